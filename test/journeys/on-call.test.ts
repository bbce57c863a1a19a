import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openPage, signIn, troublesOf } from '../support/browser.ts'
import { unique } from '../support/incidents.ts'
import { api, control } from '../support/product.ts'
import { friday, saturday, termsIn, weekAhead } from './drawn-week.ts'
import { buildSchedule, press, told, unfold } from './schedule-form.ts'

type Shift = { from: string; to: string; person: { id: string } }
type Rota = { shifts: Shift[]; gaps: { from: string; to: string }[] }

const pictures = resolve('build/screenshots')
const name = unique('Follow the sun')
let id = ''
const pathOf = (rest = '') => `/on-call/${id}${rest}`
const day = 86_400_000

beforeAll(() => {
  mkdirSync(pictures, { recursive: true })
})
afterAll(() => api('ana').patch('/me', { locale: 'en' }))

const picture = (page: Page, file: string) =>
  page.screenshot({ path: `${pictures}/on-call-${file}.png`, fullPage: true })

async function rotaAhead(): Promise<Rota> {
  const now = Date.parse((await control.clock()).now)
  const span = new URLSearchParams({
    from: new Date(now).toISOString(),
    to: new Date(now + 28 * day).toISOString(),
  })
  return (await api('ana').get<Rota>(`/schedules/${id}/shifts?${span}`)).body
}

/** The first shift of somebody that is still to come. */
async function shiftOf(person: string): Promise<Shift> {
  const now = (await control.clock()).now
  const { shifts } = await rotaAhead()
  const found = shifts.find((shift) => shift.person.id === person && shift.from > now)
  if (!found) throw new Error(`${person} has no shift in the next weeks.`)
  return found
}

describe('follow the sun', () => {
  test('is built in the set-up, looked at before it is saved, and stands in the calendar', async () => {
    const page = await openPage('desk')
    const troubles = troublesOf(page)
    await signIn(page, 'omar', '/set-up/schedules/new')
    await buildSchedule(page, name, 'Europe/Berlin', [
      { name: 'Sydney', zone: 'Australia/Sydney', people: ['chen', 'ben'] },
      { name: 'Berlin', zone: 'Europe/Berlin', people: ['ana', 'dana'] },
      { name: 'New York', zone: 'America/New_York', people: ['ines', 'omar'] },
    ])
    await press(page, 'Show the preview')
    await page.getByText('Nobody is on call').waitFor()
    expect(await page.locator('#preview .duty-strip').count()).toBe(4)
    await expectAccessible(page)
    await picture(page, 'set-up')
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await told(page, 'Saved. It counts from now on.')
    await page.getByRole('link', { name }).click()
    expect(await page.locator('[name="layers.2.zone"]').inputValue()).toBe('America/New_York')
    await page.getByRole('link', { name: 'See it in the calendar' }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const blocks = await page.locator('.block').allInnerTexts()
    for (const person of ['Nobody', '09:00 – 15:00']) expect(blocks.join('\n')).toContain(person)
    await picture(page, 'week-desk')
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('says who is on call now and next, on a phone, without anything in the way', async () => {
    const page = await openPage('phone')
    await signIn(page, 'ana', '/on-call')
    const card = page.locator('.duty', { hasText: name })
    expect(await card.innerText()).toMatch(/Now[\s\S]*Next[\s\S]*gap|Nobody/)
    await expectAccessible(page)
    await picture(page, 'overview-phone')
    await card.getByRole('link', { name }).click()
    await page.waitForURL(`**${pathOf()}`)
    await expectAccessible(page)
    await picture(page, 'week-phone')
  })
})

describe('a stand-in', () => {
  test('is drawn over the calendar, counts at once, and goes again', async () => {
    const page = await openPage('desk')
    const troubles = troublesOf(page)
    const { drawOver, dateOf } = await weekAhead(page, pathOf)
    await drawOver([saturday, 10], [saturday, 12], [saturday, 14])
    await page.mouse.up()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const date = await dateOf(saturday)
    expect(await termsIn(dialog)).toEqual([date, '10:00', date, '14:00'])
    await dialog.locator('#personId').selectOption('dana')
    await dialog.locator('#reason').first().fill('Release')
    await picture(page, 'dialog')
    await press(page, 'Let them stand in')
    await told(page, 'Saved. It is in the calendar.')
    const stand = page.locator('.block-override')
    expect(await stand.innerText()).toMatch(/Dana[\s\S]*10:00 – 14:00[\s\S]*stands in/)
    await page.getByRole('button', { name: 'Remove' }).click()
    await told(page, 'Removed. The schedule counts again.')
    expect(await page.locator('.block-override').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('is drawn over a night, and a drawing that is interrupted leaves nothing', async () => {
    const page = await openPage('desk')
    const troubles = troublesOf(page)
    const { drawOver, dateOf } = await weekAhead(page, pathOf)
    const [sheets, dialog] = [page.locator('.week-drawn'), page.getByRole('dialog')]
    await drawOver([saturday, 8], [friday, 22])
    expect(await sheets.count()).toBe(2)
    await page.locator('.week').dispatchEvent('pointercancel')
    expect(await sheets.count()).toBe(0)
    await page.mouse.up()
    expect(await dialog.count()).toBe(0)

    await drawOver([friday, 22], [saturday, 4], [saturday, 8])
    await picture(page, 'drawn-over-a-night')
    await page.mouse.up()
    await dialog.waitFor()
    expect(await termsIn(dialog)).toEqual([await dateOf(friday), '22:00', await dateOf(saturday), '08:00'])
    await dialog.locator('#personId').selectOption('dana')
    await press(page, 'Let them stand in')
    await told(page, 'Saved. It is in the calendar.')
    expect(await page.locator('.block-override').allInnerTexts()).toEqual([
      expect.stringMatching(/Dana[\s\S]*22:00/),
      expect.stringMatching(/Dana[\s\S]*08:00/),
    ])
    await page.getByRole('button', { name: 'Remove' }).click()
    await told(page, 'Removed. The schedule counts again.')
    expect(troubles).toEqual([])
  })

  test('covers a gap without script, and a wrong time comes back with all that was typed', async () => {
    const page = await openPage('phone', { javaScriptEnabled: false })
    await signIn(page, 'ana', '/on-call')
    await page.locator('.duty', { hasText: name }).getByRole('link', { name: 'Cover it' }).click()
    await page.waitForURL(/#change$/)
    const [from, to] = [page.locator('#fromTime'), page.locator('#toTime')]
    const [begins, ends] = [await from.inputValue(), await to.inputValue()]
    expect([begins, ends]).toEqual([
      expect.stringMatching(/^\d\d:\d\d$/),
      expect.stringMatching(/^\d\d:\d\d$/),
    ])
    const date = await page.locator('#toDate').inputValue()
    await page.locator('#toDate').fill('2026-01-01')
    await page.locator('#personId').selectOption('ben')
    await press(page, 'Let them stand in')
    await page.getByRole('alert').getByText('It should end after it begins.').waitFor()
    expect(await page.locator('#personId').inputValue()).toBe('ben')
    await page.locator('#toDate').fill(date)
    await press(page, 'Let them stand in')
    await told(page, 'Saved. It is in the calendar.')
  })
})

describe('a week in which clocks change', () => {
  test.each([
    ['2026-10-25', 'Europe/Berlin', 'ana'],
    ['2027-04-04', 'Australia/Sydney', 'chen'],
  ])('of %s shows the hour twice, in %s', async (date, zone, person) => {
    const { body } = await api(person).get<{ zone: string }>('/me')
    await api(person).patch('/me', { zone })
    const page = await openPage('desk', { colorScheme: 'dark' })
    await signIn(page, person, pathOf(`?date=${date}`))
    expect(await page.locator('.week-hour').allInnerTexts()).toEqual(
      expect.arrayContaining(['02:00', '02:00*', '03:00']),
    )
    expect(await page.locator('.week-day', { hasText: '25 h' }).count()).toBe(1)
    await page.getByText('clocks go back from 03:00 to 02:00').first().waitFor()
    await expectAccessible(page)
    await picture(page, `week-${date}`)
    await api(person).patch('/me', { zone: body.zone })
  })
})

describe('a swap', () => {
  test('is asked for by one and accepted by the other', async () => {
    const shift = await shiftOf('ana')
    const date = shift.from.slice(0, 10)
    const ana = await openPage('desk')
    await signIn(ana, 'ana', pathOf(`?date=${date}`))
    await unfold(ana, 'Ask for a swap')
    const mine = await ana
      .locator('#shift option')
      .evaluateAll((all) => all.map((one) => (one as { value?: string }).value))
    await ana.locator('#shift').selectOption(mine.find((value) => value?.startsWith(shift.from)) ?? '')
    await ana.locator('#withId').selectOption('dana')
    await press(ana, 'Ask for it')
    await told(ana, 'Asked. It counts as soon as it is accepted.')
    await ana.getByText('Waits for an answer').waitFor()

    const dana = await openPage('phone')
    await signIn(dana, 'dana', '/on-call')
    await dana.getByRole('link', { name: 'A swap waits for your answer' }).waitFor()
    await expectAccessible(dana)
    await picture(dana, 'asked-phone')
    await press(dana, 'Accept')
    await told(dana, 'Accepted. It is in the calendar.')
    const { shifts } = await rotaAhead()
    expect(shifts.find(({ from }) => from === shift.from)?.person.id).toBe('dana')
  })
})

describe('the rest of a schedule', () => {
  test('is read in German, by month, by layer and by who carries how much', async () => {
    await api('ana').patch('/me', { locale: 'de' })
    const page = await openPage('phone', { locale: 'de-DE' })
    const troubles = troublesOf(page)
    await signIn(page, 'ana', pathOf('?view=month'))
    await page.getByRole('link', { name: 'Bereitschaft', exact: true }).waitFor()
    await expectAccessible(page)
    await picture(page, 'month-phone-de')
    await page.getByRole('link', { name: 'Ebenen zeigen' }).click()
    await page.getByRole('heading', { name: 'New York' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Wer wie viel trägt' }).click()
    await page.getByRole('table', { name: /Bereitschaft je Person/ }).waitFor()
    await expectAccessible(page)
    await picture(page, 'fairness-phone-de')
    expect(troubles).toEqual([])
  })

  test('is subscribed to with an address that is shown once and can be ended', async () => {
    const page = await openPage('desk')
    await signIn(page, 'dana', pathOf())
    await unfold(page, 'Subscribe in my calendar')
    await press(page, 'Only my shifts')
    const address = await page.locator('#address').inputValue()
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR')
    await page.getByRole('link', { name: 'Back to the calendar' }).click()
    await unfold(page, 'Subscribe in my calendar')
    expect(await page.locator('body').innerText()).not.toContain(address)
    await press(page, 'End it')
    await told(page, 'Ended. The address does not work any more.')
    expect((await fetch(address)).status).toBe(404)
  })
})
