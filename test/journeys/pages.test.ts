import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn, excessWidthOf, openPage, signIn, troublesOf } from '../support/browser.ts'
import { calm, mailsAbout, report, unique } from '../support/incidents.ts'
import { addresses, api } from '../support/product.ts'
import { letEnd, publish, words } from './announcements.ts'
import { livelyPlaces, type Place } from './places.ts'

const known = ['riley', 'ana', 'ines', 'omar'] as const
const pictures = resolve('build/screenshots')
const pictured = ['report', 'incident', 'incident-desk', 'queue', 'announcement', 'status', 'survey']

type Session = BrowserContextOptions['storageState']
const sessions = new Map<Place['person'], Session>()
let places: Place[]

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  places = await livelyPlaces()
  for (const person of known) {
    const page = await openPage('desk')
    await signIn(page, person)
    sessions.set(person, await page.context().storageState())
    await page.context().close()
  }
})
afterAll(async () => {
  await setLanguage('en')
  await letEnd()
})

const setLanguage = (locale: 'en' | 'de') =>
  Promise.all(known.map((person) => api(person).patch('/me', { locale })))

const isOfPortal = ({ url }: Place) => url.startsWith(addresses().portal)
/** The status site has one address for each language. */
const addressOf = (place: Place, language: string) =>
  language === 'de' && !isOfPortal(place) ? `${place.url}de/` : place.url

const bytes = new Map<string, Promise<number>>()
const sizeOf = async (url: string) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).byteLength

/** Compressed bytes of all script that a page has loaded or holds. */
async function scriptOf(page: Page): Promise<number> {
  const loaded = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\\.m?js($|\\?)/.test(name))",
  )
  const inline = await page.locator('script:not([src]):not([type="application/json"])').allTextContents()
  const sizes = [...new Set(loaded)].map((url) => {
    const size = bytes.get(url) ?? sizeOf(url)
    bytes.set(url, size)
    return size
  })
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  return sum(await Promise.all(sizes)) + sum(inline.map((text) => gzipSync(text).byteLength))
}

type Visit = { place: Place; language: 'en' | 'de'; screen: 'phone' | 'desk'; isDark: boolean }

/** Opens a page and says what is wrong with it, by its name. */
async function faultsOf(page: Page, { place, language, screen, isDark }: Visit, isSearched: boolean) {
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  const answer = await page.goto(addressOf(place, language))
  const expected = place.status ?? 200
  const [lang, excess, script] = await Promise.all([
    page.evaluate<string>('document.querySelector(".shell, html:not(:has(.shell))").lang'),
    excessWidthOf(page),
    scriptOf(page),
  ])
  const headers = answer?.headers() ?? {}
  const policy = /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? "'none'"
  if (language === 'en' && pictured.includes(place.name))
    await page.screenshot({ path: `${pictures}/${place.name}-${screen}.png`, fullPage: true })
  return [
    ...(answer?.status() === expected ? [] : [`it answers ${answer?.status()}`]),
    ...(lang === language ? [] : [`it speaks ${lang}`]),
    ...(excess === 0 ? [] : [`it is ${excess} pixels too wide`]),
    ...(script <= place.script * 1000 ? [] : [`it has ${script} bytes of script`]),
    ...(!isOfPortal(place) || headers['cache-control']?.includes('no-store') ? [] : ['it may be stored']),
    ...(policy.includes('unsafe-inline') ? ['its policy lets any script run'] : []),
    ...(isSearched ? await barriersOn(page) : []),
  ].map((fault) => `${place.name}: ${fault}`)
}

type Walk = Pick<Visit, 'language' | 'screen'>

/**
 * German needs the most room, so it is seen on the phone and English on the desk; what has its picture taken is seen in
 * English on both. Each place is dark on one screen and light on the other.
 */
const walks: (Walk & { isPictured?: true })[] = [
  { language: 'de', screen: 'phone' },
  { language: 'en', screen: 'desk' },
  { language: 'en', screen: 'phone', isPictured: true },
]

/** Opens pages of one person, one after the other, and says what is wrong with them. */
async function walk(
  person: Place['person'],
  { language, screen, isPictured }: (typeof walks)[number],
): Promise<string[]> {
  const storageState = sessions.get(person)
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const page = await openPage(screen, { locale, ...(storageState && { storageState }) })
  const troubles = troublesOf(page)
  const faults: string[] = []
  for (const [index, place] of places.entries()) {
    if (place.person !== person || (isPictured && !pictured.includes(place.name))) continue
    const isDark = (index + Number(screen === 'desk')) % 2 === 1
    // Requesters' pages are searched for barriers on both screens, those of the desk on one, in turns.
    const isTurn = place.script < 180 || (Math.floor(index / 2) + Number(screen === 'desk')) % 2 === 0
    faults.push(...(await faultsOf(page, { place, language, screen, isDark }, isTurn && !isPictured)))
    const refused = new RegExp(`\\b${place.status ?? 'none'}\\b`)
    faults.push(...troubles.splice(0).filter((trouble) => !refused.test(trouble)))
  }
  await page.context().close()
  return faults
}

describe('every page', () => {
  test.each(walks)(
    'in $language fits a $screen, has no barrier, complains of nothing and is light',
    async (way) => {
      await setLanguage(way.language)
      const people = ['nobody', ...known] as const
      const faults = await Promise.all(people.map((person) => walk(person, way)))
      expect(faults.flat()).toEqual([])
    },
    300_000,
  )
})

test('one endless word makes no page wider than its screen', async () => {
  const word = 'ß'.repeat(150)
  const { id } = await report(unique(word), { ...calm, description: word.repeat(20) })
  await api('ana').post(`/incidents/${id}/comments`, { body: word.repeat(20), visibility: 'public' })
  const said = { ...words('public'), title: word, body: word.repeat(20), highPriority: true }
  const announcement = await publish(said)
  const { portal, status, mail } = addresses()
  const [confirmation] = await mailsAbout(id)
  const incident = `${portal}/incidents/${id}`
  const visits = {
    riley: ['/', '/incidents', `/incidents/${id}`, '/announcements', `/announcements/${announcement.id}`].map(
      (path) => `${portal}${path}`,
    ),
    ana: [
      `${portal}/queue?view=all&priority=P5`,
      incident,
      `${status}/`,
      `${mail}/mail/${confirmation?.id}/html`,
    ],
  }
  const tooWide: unknown[] = []
  for (const screen of ['phone', 'desk'] as const)
    for (const person of ['riley', 'ana'] as const) {
      const page = await openPage(screen, { storageState: sessions.get(person) })
      for (const url of visits[person]) {
        await page.goto(url)
        expect(await page.locator('body').innerText()).toContain(word)
        const excess = await excessWidthOf(page)
        if (excess > 0) tooWide.push([screen, url, excess])
      }
    }
  expect(tooWide).toEqual([])
})
