import { afterAll, describe, expect, test } from 'vitest'
import { eventually } from '../support/deadline.ts'
import {
  clockAfter,
  type Entry,
  type Incident,
  later,
  mailsAbout,
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
import { api, control } from '../support/product.ts'

const MINUTE = 60
const HOUR = 3600
const everyStep = ['step-1 ana', 'step-2 ben', 'step-3 chen']

const opened: string[] = []
async function reportUrgent(title: string): Promise<Incident> {
  const incident = await report(unique(title), urgent)
  opened.push(incident.id)
  return incident
}
const reportThree = () => Promise.all([1, 2, 3].map((n) => reportUrgent(`Running when it stopped, ${n}`)))

/** Open incidents would go on paging through the tests after these. */
afterAll(async () => {
  for (const id of opened) if ((await readIncident(id)).state === 'new') await move(id, 'ana', resolution)
})

const executionsOf = async (ids: string[]) =>
  (await control.executions()).filter(({ subjectId }) => ids.includes(subjectId))
const stepsIn = async (id: string) => (await timelineOf(id)).filter(({ type }) => type === 'escalation.step')
const lastOf = (incidents: Incident[]) =>
  incidents
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1) ?? ''

/** What the relay puts on a queue for an entry of the timeline, as the queue hands it to a consumer. */
const queued = (id: string, { seq, type, visibility }: Entry) => {
  const sk = `${visibility === 'internal' ? 'I' : 'E'}#${String(seq).padStart(6, '0')}`
  return { Records: [{ messageId: `${id}-${seq}`, body: JSON.stringify({ pk: id, sk, type }) }] }
}

describe('killing the worker', () => {
  test('while three escalations wait loses no step and repeats none', async () => {
    const incidents = await reportThree()
    const ids = incidents.map(({ id }) => id)
    await settled()
    expect(await executionsOf(ids)).toHaveLength(3)

    await control.kill('worker')
    await control.start('worker')
    await clockAfter(lastOf(incidents), 6 * MINUTE)
    for (const id of ids) expect(pagedIn(await pagesAbout(id))).toEqual(everyStep.slice(0, 1))
    await control.kill('worker')
    await control.start('worker')
    await clockAfter(lastOf(incidents), 31 * MINUTE)
    for (const id of ids) expect(pagedIn(await pagesAbout(id))).toEqual(everyStep)
  })

  test('in the middle of its work loses no step; a second copy would carry the same key', async () => {
    const incidents = await reportThree()
    const ids = incidents.map(({ id }) => id)
    await settled()

    const advancing = clockAfter(lastOf(incidents), 31 * MINUTE)
    await eventually(async () => (await pagesAbout(ids[0] ?? '')).length > 0, { what: 'the first page' })
    await control.kill('worker')
    await control.stop('worker')
    await advancing
    // Later than the claims that the dead worker may have held.
    await clockAfter(lastOf(incidents), 32 * MINUTE)
    await control.start('worker')
    await control.advance(MINUTE)
    for (const id of ids) {
      const pages = await pagesAbout(id)
      expect([...new Set(pages.map(sendKeyOf))]).toHaveLength(3)
      expect([...new Set(pagedIn(pages))].sort()).toEqual(everyStep)
      expect(await stepsIn(id)).toHaveLength(3)
    }
  })
})

describe('the sweeper', () => {
  test('serves the step of an execution that was deleted, within a minute and once', async () => {
    const { id, createdAt } = await reportUrgent('Its execution is taken away')
    await settled()
    const [execution] = await executionsOf([id])
    await control.deleteExecution(execution?.name ?? '')
    expect(await executionsOf([id])).toEqual([])

    await clockAfter(createdAt, 6 * MINUTE)
    const [page, ...more] = await pagesAbout(id)
    expect(page?.to).toEqual(['ana@demo.evenkeel.example'])
    expect(page?.at.localeCompare(later(createdAt, 5 * MINUTE))).toBe(1)
    expect(more).toEqual([])
    await clockAfter(createdAt, 31 * MINUTE)
    expect(pagedIn(await pagesAbout(id))).toEqual(everyStep)
  })
})

describe('a worker that stands still for three hours', () => {
  test('pages once for each open incident when it is back, and not for the resolved one', async () => {
    const open = await reportThree()
    const acknowledged = await reportUrgent('Acknowledged before the standstill')
    const resolved = await reportUrgent('Resolved before the standstill')
    await api('ben').act(`/incidents/${acknowledged.id}`, 'acknowledge')
    await settled()
    await move(resolved.id, 'ana', { ...resolution, resolutionCode: 'self_solved' })
    await settled()
    const mailsOf = async (id: string) => (await mailsAbout(id)).length
    const mailsBefore = await mailsOf(resolved.id)

    await control.stop('worker')
    await control.advance(3 * HOUR)
    for (const { id } of open) expect(await pagesAbout(id)).toEqual([])
    await control.start('worker')
    await control.advance(2 * MINUTE)

    const folded = { step: 3, catchUp: true, foldedSteps: [1, 2, 3] }
    for (const { id, title } of open) {
      const pages = await pagesAbout(id)
      expect(pagedIn(pages)).toEqual(['step-3 chen'])
      expect(pages[0]?.subject).toBe(`[${id}] P1, paged late: ${title}`)
      expect(pages[0]?.text).toContain('Steps 1, 2 and 3 came due meanwhile')
      expect((await stepsIn(id)).map(({ after }) => after)).toMatchObject([
        { ...folded, why: 'not_acknowledged' },
      ])
    }
    expect(pagedIn(await pagesAbout(acknowledged.id))).toEqual(['step-3 chen'])
    expect((await stepsIn(acknowledged.id)).map(({ after }) => after)).toMatchObject([
      { ...folded, why: 'no_update' },
    ])
    expect(await pagesAbout(resolved.id)).toEqual([])
    expect(await mailsOf(resolved.id)).toBe(mailsBefore)
    expect((await timelineOf(resolved.id)).at(-1)).toMatchObject({ type: 'incident.moved' })

    await control.advance(3 * HOUR)
    for (const { id } of [...open, acknowledged]) expect(await pagesAbout(id)).toHaveLength(1)
  })

  test('sends late steps one by one while they are less than an hour late', async () => {
    const { id } = await reportUrgent('Late by some minutes only')
    await settled()
    await control.stop('worker')
    await control.advance(35 * MINUTE)
    await control.start('worker')
    await control.advance(MINUTE)
    expect(pagedIn(await pagesAbout(id)).sort()).toEqual(everyStep)
    expect((await stepsIn(id)).map(({ after }) => after?.catchUp)).toEqual([undefined, undefined, undefined])
  })
})

describe('a mail service that refuses', () => {
  test('delays the page until it takes mail again, and then one arrives', async () => {
    const { id, createdAt } = await reportUrgent('Paged while mail was down')
    await settled()
    const { rejected } = await control.mailCounts()
    await control.mailMode('reject')
    const advancing = clockAfter(createdAt, 5 * MINUTE)
    try {
      await eventually(async () => (await control.mailCounts()).rejected > rejected + 1, {
        what: 'two refused mails',
      })
      await eventually(async () => (await stepsIn(id)).length === 1)
      expect(await pagesAbout(id)).toEqual([])
    } finally {
      await control.mailMode('accept')
    }
    await advancing
    expect(pagedIn(await pagesAbout(id))).toEqual(['step-1 ana'])
    const { body } = await api('ana').get<{ items: { status: string; recipient: { id: string } }[] }>(
      `/incidents/${id}/notifications`,
    )
    // Beside them, those whose role wants to hear of every P1.
    const asked = body.items.filter(({ recipient }) => ['riley', 'ana'].includes(recipient.id))
    expect(asked).toMatchObject([
      { recipient: { id: 'riley' }, status: 'sent' },
      { recipient: { id: 'ana' }, status: 'sent' },
    ])
  })
})

describe('an event that comes again', () => {
  test('makes no second mail', async () => {
    const { id, createdAt } = await reportUrgent('Told twice by the queue')
    await clockAfter(createdAt, 5 * MINUTE)
    const [reported, step] = await timelineOf(id)
    expect([reported?.type, step?.type]).toEqual(['incident.reported', 'escalation.step'])
    const before = (await mailsAbout(id)).map(sendKeyOf)
    // The confirmation and the page; and what the roles of two people bring.
    expect(before.filter((key) => !key.includes(':trigger:'))).toHaveLength(2)

    for (let time = 0; time < 2; time++) {
      const answers = await Promise.all([
        control.invoke('notifications-on-paging-event', queued(id, step as Entry)),
        control.invoke('notifications-on-incident-event', queued(id, reported as Entry)),
      ])
      expect(answers).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }])
    }
    await settled()
    expect((await mailsAbout(id)).map(sendKeyOf)).toEqual(before)
  })

  test('wakes nothing when it is of an older generation, or too early', async () => {
    const { id, createdAt } = await reportUrgent('Woken by an old timer')
    await clockAfter(createdAt, 5 * MINUTE)
    const before = [await api('ana').get<Incident>(`/incidents/${id}`), await timelineOf(id)]
    const wake = { subjectId: id, kind: 'escalation', dueAt: later(createdAt, 5 * MINUTE) }
    const waiting = await executionsOf([id])
    expect(waiting).toMatchObject([{ name: `${id.toLowerCase()}-g2` }])

    for (const generation of [1, 2]) await control.invoke('clock-wake', { ...wake, generation })
    const Records = [{ messageId: '1', body: JSON.stringify({ ...wake, generation: 1 }) }]
    expect(await control.invoke('clock-wake', { Records })).toEqual({ batchItemFailures: [] })
    await settled()
    const after = [await api('ana').get<Incident>(`/incidents/${id}`), await timelineOf(id)]
    const bodies = ([incident, timeline]: typeof before) => [
      incident && 'body' in incident && incident.body,
      timeline,
    ]
    expect(bodies(after)).toEqual(bodies(before))
    expect(await executionsOf([id])).toEqual(waiting)
    expect(pagedIn(await pagesAbout(id))).toEqual(['step-1 ana'])
  })
})
