import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendDigest } from '../../../functions/notifications/send-digest.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { tellMatches } from '../../../functions/triggers/tell-matches.ts'
import { now } from '../incidents/fixture.ts'
import { type Notices, openNotices, wish } from './fixture.ts'

let desk: Notices

beforeAll(async () => {
  desk = await openNotices()
})
beforeEach(() => desk.forget())

const tell = (event: DomainEvent) => tellMatches(event, now, desk.post)

describe('what waits for a digest', () => {
  const morning = '2026-11-24T07:00:00.000Z'
  const digest = { at: '08:00', weekdays: ['mon' as const, 'tue' as const] }

  test('comes in one mail at the time on its reader’s clock, once', async () => {
    await desk.prefers('ben', { digest })
    await desk.wants('ben', wish({ digest: true }))
    const first = await desk.reported()
    await tell(first)
    await tell(first)
    const other = await desk.reported({ title: 'Another one' })
    await tell(other)
    expect(desk.sent).toEqual([])
    expect(await desk.outcomes(first.pk)).toEqual([
      ['ben', 'suppressed', 'It waits for this person’s digest.'],
    ])
    expect(await desk.headOf('dig_ben')).toMatchObject({ nextDueAt: morning, dueKind: 'digest' })

    await desk.services.digests.wake('dig_ben', '2026-11-24T06:59:59.999Z')
    expect(await desk.eventsAt('dig_ben')).toEqual([])
    await Promise.allSettled([1, 2].map(() => desk.services.digests.wake('dig_ben', morning)))
    const [due, ...others] = await desk.eventsAt('dig_ben')
    expect(others).toEqual([])
    expect(await desk.headOf('dig_ben')).not.toHaveProperty('nextDueAt')

    desk.mail.refused = true
    await expect(sendDigest(due ?? {}, morning, desk.post)).rejects.toThrow()
    desk.mail.refused = false
    await sendDigest(due ?? {}, morning, desk.post)
    await sendDigest(due ?? {}, morning, desk.post)
    expect(desk.sent).toHaveLength(1)
    expect(desk.sent[0]?.parts.list).toMatchObject([
      { label: expect.stringContaining('Mail does not arrive') },
      { label: `${other.pk}: Another one` },
    ])
    expect(await desk.services.digests.gathered('ben', 99)).toEqual([])
  })

  test('goes into the next one when it comes after this one was due, and nothing is lost', async () => {
    await desk.wants('ana', wish({ digest: true }))
    await tell(await desk.reported())
    await desk.services.digests.wake('dig_ana', '2026-12-01T00:00:00.000Z')
    const later = await desk.reported({ title: 'Later' })
    await tell(later)
    const [due] = await desk.eventsAt('dig_ana')
    await sendDigest(due ?? {}, morning, desk.post)
    expect(desk.sent[0]?.parts.list).toHaveLength(1)
    expect(await desk.services.digests.gathered('ana', 99)).toMatchObject([{ incidentId: later.pk }])
    expect(await desk.headOf('dig_ana')).toMatchObject({ generation: 2, nextDueAt: expect.any(String) })
  })

  test('leaves out what its reader may no longer read or has muted', async () => {
    const watched = { mine: 'watching' as const }
    await desk.wants('sam', wish({ digest: true, where: watched }))
    const first = await desk.reported({ watchers: [{ id: 'sam', name: 'Sam' }] })
    await tell(first)
    await desk.services.mutes.set('sam', { id: first.pk }, now)
    await desk.services.digests.wake('dig_sam', '2026-12-01T00:00:00.000Z')
    const [due] = await desk.eventsAt('dig_sam')
    await sendDigest(due ?? {}, morning, desk.post)
    expect(desk.sent).toEqual([])
  })

  test('leaves out what was internal for a reporter who works here no more', async () => {
    const { people, digests } = desk.services
    const person = { id: 'uma', name: 'uma', email: 'uma@example.com', locale: 'en', zone: 'UTC' } as const
    await people.write({ ...person, roles: ['agent'] })
    await desk.wants('uma', wish({ on: ['reported', 'escalated'], digest: true }))
    const uma = { id: 'uma', name: 'Uma', locale: 'en' as const }
    const event = await desk.reported({ requester: uma })
    await tell(event)
    await tell({ ...event, type: 'escalation.level', visibility: 'internal', sk: 'I#000001' })
    expect(await digests.gathered('uma', 99)).toHaveLength(2)
    const snapshot = await people.read('uma')
    await people.write({ ...person, ...snapshot, roles: [] })
    await digests.wake('dig_uma', '2026-12-01T00:00:00.000Z')
    const [due] = await desk.eventsAt('dig_uma')
    await sendDigest(due ?? {}, morning, desk.post)
    expect(desk.sent[0]?.parts.list).toMatchObject([{ text: expect.stringContaining('reported') }])
    expect(desk.sent[0]?.parts.list).toHaveLength(1)
  })

  test('is gathered whole when much comes at once', async () => {
    const line = { occasion: 'reported' as const, at: now, visibility: 'public' as const, who: 'Riley' }
    const adding = Array.from({ length: 30 }, (_, n) => async () => {
      for (;;) {
        const done = await desk.services.digests
          .add('omar', { ...line, incidentId: `INC-${900_000 + n}` }, { dueAt: morning })
          .then(() => true)
          .catch(() => false)
        if (done) return
      }
    })
    await Promise.all(adding.map((add) => add()))
    expect(await desk.services.digests.gathered('omar', 1)).toHaveLength(30)
  })
})
