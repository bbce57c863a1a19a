import { describe, expect, test } from 'vitest'
import { openPage, signIn, troublesOf } from '../support/browser.ts'
import {
  clockAfter,
  type Incident,
  later,
  linkIn,
  move,
  pagedIn,
  pagesAbout,
  readIncident,
  report,
  resolution,
  sendKeyOf,
  settled,
  timelineOf,
  unique,
  urgent,
} from '../support/incidents.ts'
import { addresses, api, control } from '../support/product.ts'

const MINUTE = 60
const steps = [
  { paged: 'step-1 ana', team: 'L1 Service Desk', after: 5 * MINUTE },
  { paged: 'step-2 ben', team: 'L2 Infrastructure', after: 15 * MINUTE },
  { paged: 'step-3 chen', team: 'Database', after: 30 * MINUTE },
]
const waitingFor = async (id: string) =>
  (await control.executions()).filter(({ subjectId }) => subjectId === id).map(({ dueAt }) => dueAt)

/** A P1 that nobody has acknowledged, with ana's page in her inbox. */
async function pagedReport(title: string) {
  const incident = await report(unique(title), urgent)
  await clockAfter(incident.createdAt, 5 * MINUTE)
  const [page] = await pagesAbout(incident.id)
  if (!page) throw new Error(`${incident.id} has paged nobody.`)
  return { ...incident, page }
}

describe('a P1 that nobody acknowledges', () => {
  test('pages L1, L2 and L3 at their minutes, each once and not a second before', async () => {
    const { id, createdAt } = await report(unique('The whole site is offline'), urgent)
    const due = steps.map(({ after }) => later(createdAt, after))
    await settled()

    for (const [index, { after }] of steps.entries()) {
      expect(await waitingFor(id)).toEqual([due[index]])
      const { now } = await control.clock()
      for (const { dueAt } of await control.executions())
        expect(Date.parse(dueAt) - Date.parse(now)).toBeLessThanOrEqual(60 * MINUTE * 1000)

      await clockAfter(createdAt, after - 1)
      const early = (await pagesAbout(id)).filter(({ at }) => at < (due[index] ?? ''))
      expect(pagedIn(early)).toEqual(steps.slice(0, index).map(({ paged }) => paged))

      await clockAfter(createdAt, after)
      const pages = await pagesAbout(id)
      expect(pagedIn(pages)).toEqual(steps.slice(0, index + 1).map(({ paged }) => paged))
      expect(pages.map(({ to }) => to)).toEqual(
        steps.slice(0, index + 1).map(({ paged }) => [`${paged.split(' ')[1]}@demo.evenkeel.example`]),
      )
      // The clock goes on while the mail is on its way.
      const late = Date.parse(pages.at(-1)?.at ?? '') - Date.parse(due[index] ?? '')
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThan(MINUTE * 1000)
    }

    expect(await waitingFor(id)).toEqual([])
    await control.advance(3 * 60 * MINUTE)
    const pages = await pagesAbout(id)
    expect(pagedIn(pages)).toEqual(steps.map(({ paged }) => paged))
    expect(new Set(pages.map(sendKeyOf)).size).toBe(3)
    const entries = (await timelineOf(id)).filter(({ type }) => type === 'escalation.step')
    expect(entries).toMatchObject(
      steps.map(({ team }, index) => ({
        type: 'escalation.step',
        visibility: 'internal',
        by: { kind: 'system' },
        reason: `${team}: step ${index + 1} of 3, not acknowledged`,
        after: { step: index + 1, dueAt: due[index], why: 'not_acknowledged' },
      })),
    )
    await move(id, 'ana', resolution)
  })

  test('tells the requester nothing of it', async () => {
    const { id } = await pagedReport('What the back office does not tell')
    expect((await timelineOf(id)).map(({ type }) => type)).toEqual(['incident.reported', 'escalation.step'])

    expect(await timelineOf(id, 'riley')).toMatchObject([{ type: 'incident.reported', visibility: 'public' }])
    const { etag, body } = await api('riley').get<Incident>(`/incidents/${id}`)
    expect([etag, body.version]).toEqual(['"p1"', 1])
    expect(body).not.toHaveProperty('escalation')
    expect(body).not.toHaveProperty('timers')
    expect((await api('riley').get(`/incidents/${id}/notifications`)).status).toBe(403)

    const page = await openPage('phone')
    await signIn(page, 'riley', `/incidents/${id}`)
    expect(await page.locator('.timeline > li').count()).toBe(1)
    expect(await page.locator('body').innerText()).not.toMatch(
      /paged|escalat|L1 Service Desk: step|Internal/i,
    )
    await move(id, 'ana', resolution)
  })
})

describe('acknowledging through the API', () => {
  test('needs the version that was seen, stops the paging and leaves the state', async () => {
    const { id, createdAt } = await report(unique('Acknowledged by a program'), urgent)
    const path = `/incidents/${id}/acknowledge`
    expect((await api('ben').post(path, {})).status).toBe(428)
    const stale = await api('ben').post<{ current: Incident }>(path, {}, { ifMatch: '"v0"' })
    expect([stale.status, stale.body.current.id]).toEqual([412, id])
    expect((await readIncident(id)).acknowledgedAt).toBeUndefined()

    await clockAfter(createdAt, 4 * MINUTE)
    const done = await api('ben').act<Incident>(`/incidents/${id}`, 'acknowledge')
    expect(done).toMatchObject({ status: 200, body: { state: 'new', acknowledgedBy: { id: 'ben' } } })
    await clockAfter(createdAt, 33 * MINUTE)
    expect(await pagesAbout(id)).toEqual([])
    await move(id, 'ana', resolution)
  })

  test('lets the paging go on from the next step after 30 minutes without an update', async () => {
    const { id } = await pagedReport('Acknowledged and then forgotten')
    await api('ana').act(`/incidents/${id}`, 'acknowledge')
    const { acknowledgedAt = '' } = await readIncident(id)

    await clockAfter(acknowledgedAt, 29 * MINUTE)
    expect(pagedIn(await pagesAbout(id))).toEqual(['step-1 ana'])
    await clockAfter(acknowledgedAt, 31 * MINUTE)
    expect(pagedIn(await pagesAbout(id))).toEqual(['step-1 ana', 'step-2 ben'])
    expect((await timelineOf(id)).at(-1)?.after).toMatchObject({ step: 2, why: 'no_update' })

    const desk = await openPage('desk')
    await signIn(desk, 'ben', `/incidents/${id}`)
    await desk.getByText('the paging went on since').waitFor()
    await desk.getByRole('button', { name: 'Acknowledge', exact: true }).click()
    await desk.getByText(/Ben Larsen, .*(now|second)/).waitFor()
    expect(await desk.getByText('the paging went on since').count()).toBe(0)
    expect(await desk.getByRole('button', { name: 'Acknowledge', exact: true }).count()).toBe(0)
    await move(id, 'ana', resolution)
  })
})

describe('the link in a page', () => {
  test('changes nothing however often it is opened, and acknowledges when its button is pressed', async () => {
    const { id, title, createdAt, page: mail } = await pagedReport('Read on a phone at 3 a.m.')
    const { url, token } = linkIn(mail, '/a/')
    const before = await api('ana').get<Incident>(`/incidents/${id}`)

    for (let time = 0; time < 5; time++) {
      expect((await fetch(url, { headers: { 'user-agent': 'MailScanner' } })).status).toBe(200)
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(200)
    }
    const phone = await openPage('phone')
    const troubles = troublesOf(phone)
    await phone.goto(url)
    await phone.reload()
    expect(await api('ana').get<Incident>(`/incidents/${id}`)).toMatchObject({
      etag: before.etag,
      body: before.body,
    })

    const words = await phone.locator('main').innerText()
    expect(words).toContain(title)
    expect(words).toMatch(/If nobody has it, L2 Infrastructure is paged in \d+ minutes\./)
    await phone.getByRole('button', { name: 'Acknowledge', exact: true }).click()
    await phone.getByText('Ana Ruiz acknowledged this').waitFor()
    expect(new URL(phone.url()).pathname).toBe(`/a/${token}`)
    expect(await phone.getByRole('button', { name: 'Acknowledge', exact: true }).count()).toBe(0)
    expect(troubles).toEqual([])
    expect(await readIncident(id)).toMatchObject({ state: 'new', acknowledgedBy: { id: 'ana' } })
    expect((await timelineOf(id)).at(-1)).toMatchObject({
      type: 'incident.acknowledged',
      by: { id: 'ana', name: 'Ana Ruiz' },
      channel: 'mail',
    })

    await clockAfter(createdAt, 31 * MINUTE)
    expect(pagedIn(await pagesAbout(id))).toEqual(['step-1 ana'])
    await move(id, 'ana', resolution)
    await phone.reload()
    expect(await phone.locator('main').innerText()).toContain('so there is nothing to acknowledge')
  })

  test('is worth nothing with one character changed', async () => {
    const { id, page } = await pagedReport('Somebody guesses links')
    const { token } = linkIn(page, '/a/')
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    for (const path of [`/acknowledgements/${altered}`, `/surveys/${token}`]) {
      expect((await api().get(path)).status).toBe(404)
      expect((await api().post(path, { rating: 5 })).status).toBe(404)
    }
    expect((await fetch(`${addresses().portal}/a/${altered}`)).status).toBe(404)
    expect((await readIncident(id)).acknowledgedAt).toBeUndefined()
    await move(id, 'ana', resolution)
  })
})

test('resolving stops the paging for good', async () => {
  const { id, createdAt } = await pagedReport('Solved in time')
  await move(id, 'ana', resolution)
  await clockAfter(createdAt, 4 * 60 * MINUTE)
  expect(pagedIn(await pagesAbout(id))).toEqual(['step-1 ana'])
  expect(await waitingFor(id)).toEqual([])
})
