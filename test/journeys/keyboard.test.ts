import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, signIn } from '../support/browser.ts'
import { eventually } from '../support/deadline.ts'
import {
  clockAfter,
  linkIn,
  mailsAbout,
  move,
  readIncident,
  report,
  resolution,
  sendKeyOf,
  unique,
} from '../support/incidents.ts'
import { addresses } from '../support/product.ts'
import { numberOf } from './report-form.ts'

const mostStops = 60

/** Presses Tab until the element has the focus, and sees to it that it shows. */
async function tabTo(page: Page, selector: string) {
  for (let stop = 0; stop < mostStops; stop++) {
    if ((await page.locator(`${selector}:focus`).count()) === 1) {
      expect(await page.locator(`${selector}:focus-visible`).isVisible()).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} cannot be reached by Tab.`)
}
const press = async (page: Page, selector: string, key: string) => {
  await tabTo(page, selector)
  await page.keyboard.press(key)
}
const type = async (page: Page, selector: string, text: string) => {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}

test('somebody without a mouse signs in, skips to the content and reports', async () => {
  const page = await openPage('desk')
  await page.goto(`${addresses().portal}/`)
  await press(page, 'main a[href="/report"]', 'Enter')
  await press(page, 'button[value="riley"]', 'Enter')
  await page.waitForURL('**/report')
  await page.keyboard.press('Tab')
  expect(await page.locator('a.skip:focus').isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#main')

  const title = unique('Mouse is broken')
  await press(page, '#serviceId', 'Space')
  await page.keyboard.press('ArrowDown')
  await type(page, '#title', title)
  await type(page, '#description', 'It does not move.')
  await press(page, '#urgency', 'Space')
  await press(page, '#impact', 'Space')
  await press(page, 'main button[type="submit"]', 'Enter')
  const id = await numberOf(page)
  expect(await readIncident(id)).toMatchObject({
    title,
    description: 'It does not move.',
    serviceId: 'svc_vpn',
    urgency: 'high',
    impact: 'low',
    priority: 'P3',
  })
})

test('somebody without a mouse answers a survey', async () => {
  const { id } = await report(unique('Rated with the keyboard'))
  const { resolvedAt } = (await move(id, 'ana', resolution)) as unknown as { resolvedAt: string }
  await clockAfter(resolvedAt, 3660)
  const mail = (await mailsAbout(id)).find((one) => sendKeyOf(one).includes(':survey:'))
  if (!mail) throw new Error('Nobody was asked.')

  const page = await openPage('desk')
  await page.goto(linkIn(mail, '/surveys/').url)
  await press(page, '#rating', 'Space')
  await page.keyboard.press('ArrowDown')
  await type(page, '#comment', 'Quick help.')
  await press(page, 'main button[type="submit"]', 'Space')
  await page.getByText('You gave us 4 of 5.').waitFor()
  expect(await readIncident(id)).toMatchObject({ rating: { rating: 4, comment: 'Quick help.' } })
})

test('an agent walks through the queue with j and k, and unfolds what to do next', async () => {
  const { id } = await report(unique('Worked with the keyboard'))
  const page = await openPage('desk')
  await signIn(page, 'ana', '/queue?view=all')
  const rows = page.locator('[data-keys="rows"] tbody a')
  const [first = '', second = ''] = await rows.evaluateAll((links) => links.map((link) => `${link}`))
  const focused = () => page.locator('a:focus').evaluate((link) => `${link}`)
  // The keys work as soon as the page's script does.
  await eventually(async () => {
    await page.keyboard.press('j')
    return page.locator('a:focus').count()
  })
  expect(await focused()).toBe(first)
  await page.keyboard.press('j')
  expect(await focused()).toBe(second)
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.waitForURL(first)

  await page.goto(`${addresses().portal}/incidents/${id}`)
  await press(page, 'section.actions details:has(#notes) > summary', 'Enter')
  await press(page, '#resolutionCode', 'Space')
  await type(page, '#notes', 'Plugged it in.')
  await press(page, 'section.actions details:has(#notes) button', 'Enter')
  await page.getByText('Resolved. The requester is told by email.').waitFor()
  expect(await readIncident(id)).toMatchObject({ state: 'resolved', resolution: { code: 'fixed' } })
})
