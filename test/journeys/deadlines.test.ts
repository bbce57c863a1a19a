import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, signIn } from '../support/browser.ts'
import { move, readIncident, report, resolution, settled, timelineOf, unique } from '../support/incidents.ts'
import { api, control } from '../support/product.ts'

const zone = 'Europe/Berlin'
const twoIntervals = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const targets = {
  P1: { responseMinutes: 15, resolutionMinutes: 240, calendarId: 'cal_always' },
  P3: { responseMinutes: 240, resolutionMinutes: 1440, calendarId: 'cal_journey' },
}
type Segment = { from: string; to: string; countedSeconds: number; why: string }
type Explained = { state: string; dueAt: string; startedAt: string; segments: Segment[] }

let friday: Temporal.PlainDate
let id: string

/** An instant by the wall clock of the office, some days after that Friday. */
const at = (time: string, daysLater = 0) =>
  friday
    .add({ days: daysLater })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
const explained = async (clock: 'response' | 'resolution', by = 'ana') =>
  (await api(by).get<Explained>(`/incidents/${id}/clocks/${clock}`)).body
const countedIn = (segments: Segment[]) =>
  segments.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0) / 60
const set = async (path: string, body: object) => {
  const { status, body: answer } = await api('omar').post<{ id: string }>(path, body)
  expect(status, JSON.stringify(answer)).toBe(201)
  return answer.id
}

beforeAll(async () => {
  const { now } = await control.clock()
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  friday = today.add({ days: ((5 - today.dayOfWeek + 7) % 7) + 7 })
  const days = ['mon', 'tue', 'wed', 'thu', 'fri']
  await set('/calendars', {
    id: 'cal_journey',
    name: 'Nine to twelve, one to five',
    zone,
    hours: Object.fromEntries(days.map((day) => [day, twoIntervals])),
    holidays: [{ date: friday.add({ days: 3 }).toString(), name: 'A holiday on Monday' }],
  })
  const policyId = await set('/sla-policies', { name: 'Website', serviceIds: ['svc_web'], targets })
  const list = await api('omar').get<{ items: { id: string }[] }>('/sla-policies')
  const others = list.body.items.map((policy) => policy.id).filter((other) => other !== policyId)
  const ordered = await api('omar').put(
    '/sla-policies/order',
    { ids: [policyId, ...others] },
    { ifMatch: String(list.etag) },
  )
  expect(ordered.status).toBe(200)
  await control.setClock(at('16:50'))
})

afterAll(async () => {
  if ((await readIncident(id)).state !== 'resolved') await move(id, 'ana', resolution)
})

describe('a deadline over a weekend and a holiday', () => {
  test('is counted in working hours, and every minute of it is explained', async () => {
    const normal = { impact: 'medium', urgency: 'medium', serviceId: 'svc_web' }
    const incident = await report(unique('Prices are missing in the shop'), normal)
    id = incident.id
    expect(incident.priority).toBe('P3')
    const start = Date.parse(incident.createdAt) - Date.parse(at('16:50'))
    const late = (instant: string) => Date.parse(instant) - start

    // 10 minutes on Friday, nothing on the holiday, 180 on Tuesday morning, 50 of the afternoon.
    const response = await explained('response')
    expect(late(response.dueAt)).toBeCloseTo(Date.parse(at('13:50', 4)), -4)
    // 10 on Friday, 420 each on Tuesday, Wednesday and Thursday, 170 on Friday morning.
    const solved = await explained('resolution', 'riley')
    expect(late(solved.dueAt)).toBeCloseTo(Date.parse(at('11:50', 7)), -4)
    expect(countedIn(solved.segments)).toBeCloseTo(1440, 0)
    expect(solved.segments.some(({ why }) => why === 'holiday')).toBe(true)
    const ends = solved.segments.map(({ to }) => to).slice(0, -1)
    expect(solved.segments.slice(1).map(({ from }) => from)).toEqual(ends)
  })

  test('stands still while the requester is asked, and goes on with the answer', async () => {
    await control.setClock(at('16:55'))
    await move(id, 'ana', { to: 'on_hold', reason: 'awaiting_requester', comment: 'Which prices?' })
    expect(await explained('response')).toMatchObject({ state: 'met' })
    expect(await explained('resolution')).toMatchObject({ state: 'paused' })
    await control.setClock(at('10:00', 4))
    const answered = await api('riley').post(`/incidents/${id}/comments`, { body: 'All of them.' })
    expect(answered.status).toBe(201)
    // 5 on Friday, 360 on Tuesday from ten o'clock, 420 on Wednesday and Thursday, 235 on Friday.
    const { state, dueAt, segments } = await explained('resolution')
    expect(state).toBe('on_track')
    expect(Math.abs(Date.parse(dueAt) - Date.parse(at('13:55', 7)))).toBeLessThan(120_000)
    expect(segments.some(({ why }) => why === 'paused')).toBe(true)
  })

  test('is counted again from the start when the priority is raised, with the pause kept', async () => {
    await control.setClock(at('14:00', 4))
    const { etag } = await api('ana').get(`/incidents/${id}`)
    const raised = await api('ana').patch<{ priority: string }>(
      `/incidents/${id}`,
      { impact: 'high', urgency: 'high' },
      { ifMatch: String(etag) },
    )
    expect(raised.body.priority).toBe('P1')
    // Round the clock: 5 minutes before the question, 235 after the answer at ten.
    const { state, dueAt } = await explained('resolution')
    expect(Math.abs(Date.parse(dueAt) - Date.parse(at('13:55', 4)))).toBeLessThan(120_000)
    expect(state).toBe('breached')
    await settled()
    expect((await timelineOf(id)).filter(({ type }) => type === 'sla.breached')).toHaveLength(1)
  })

  test('can be read on a phone', async () => {
    const page = await openPage('phone')
    await signIn(page, 'ana', `/incidents/${id}/clocks/resolution`)
    const text = await page.locator('main').innerText()
    expect(text).toContain('13:55')
  })
})
