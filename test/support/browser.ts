import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { addresses } from './product.ts'

/** A phone of 360 pixels, and a desk. */
export const screens = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that `node infra/setup.mjs --browser` found. */
const executable = () => {
  const stamp = JSON.parse(readFileSync(resolve('node_modules/.evenkeel-setup'), 'utf8')) as {
    browser?: string
  }
  const path = process.env.CHROMIUM ?? stamp.browser
  if (!path) throw new Error('There is no browser yet: run `node infra/setup.mjs --browser` once.')
  return path
}

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

/** A new window that shares nothing with others; `javaScriptEnabled: false` tries a page without script. */
export const openPage = async (
  screen: keyof typeof screens,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  browser ??= chromium.launch({ executablePath: executable(), args: quiet })
  const context = await (await browser).newContext({ locale: 'en-GB', ...screens[screen], ...options })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

/** Signs in through the portal's own way and the real sign-in page, and ends on `returnTo`. */
export const signIn = async (page: Page, person: string, returnTo = '/') => {
  await page.goto(`${addresses().portal}/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  await page.locator(`button[name="person"][value="${person}"]`).click()
  await page.waitForURL((url) => url.origin === addresses().portal && !url.pathname.startsWith('/auth/'))
}

/**
 * Collects what no page of ours may do: open a dialog, fail in script, break its content policy, complain on the
 * console, or ask for something that is not there.
 */
export const troublesOf = (page: Page): string[] => {
  const troubles: string[] = []
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`)
  })
  return troubles
}

/**
 * The barriers that axe finds, each with its rule and elements. It is not asked to describe what is fine, nor to look
 * into frames of other origins, of which there are none: both take it longer than finding what is wrong.
 * What stands in a sandbox runs no script, so axe would wait for it forever.
 */
export const barriersOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .exclude('iframe[sandbox]')
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`,
  )
}

/** By how many pixels a page is wider than its screen. */
export const excessWidthOf = (page: Page): Promise<number> =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')

/** Fails when axe finds a barrier, or when the page is wider than the screen. */
export const expectAccessible = async (page: Page) => {
  expect(await barriersOn(page)).toEqual([])
  expect(await excessWidthOf(page)).toBe(0)
}
