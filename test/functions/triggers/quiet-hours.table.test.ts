import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendDigest } from '../../../functions/notifications/send-digest.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { tellMatches } from '../../../functions/triggers/tell-matches.ts'
import { type Notices, openNotices, wish } from './fixture.ts'

let desk: Notices

beforeAll(async () => {
  desk = await openNotices()
  for (const who of ['ana', 'ben', 'chen', 'olga']) await desk.prefers(who, { phone, quietHours: quiet })
})
beforeEach(() => desk.forget())

const phone = '+4930123456'
const quiet = { from: '22:00', to: '07:00' }
/** In Berlin, on a Tuesday. */
const [night, morning, day] = [
  '2026-11-24T02:00:00.000Z',
  '2026-11-24T06:00:00.000Z',
  '2026-11-24T09:00:00.000Z',
]

const tell = (event: DomainEvent, now = night) => tellMatches({ ...event, at: now }, now, desk.post)

async function digestOf(who: string, at: string) {
  await desk.services.digests.wake(`dig_${who}`, at)
  for (const due of await desk.eventsAt(`dig_${who}`)) await sendDigest(due, at, desk.post)
  return desk.sent.flatMap(({ parts }) => (parts.list ?? []).map(({ label }) => label))
}

describe('in somebody’s quiet hours', () => {
  test('text messages and mails wait for a digest at the end of them, one for all', async () => {
    await desk.wants('ana', wish({ channel: 'sms' }), wish({ id: 'trg_2' }))
    const event = await desk.reported({ priority: 'P4' })
    await tell(event)
    await tell(event)
    expect([...desk.texts, ...desk.sent]).toEqual([])
    expect(await desk.headOf('dig_ana')).toMatchObject({ nextDueAt: morning })
    expect(await digestOf('ana', morning)).toEqual([`${event.pk}: Mail does not arrive`])
    expect(desk.texts).toEqual([])
  })

  test('what the role brings waits as well', async () => {
    await desk.byRole([{ ...wish({ channel: 'sms' }), roles: ['administrator'] }])
    await tell(await desk.reported({ priority: 'P2' }))
    expect(desk.texts).toEqual([])
    expect(await desk.headOf('dig_olga')).toMatchObject({ nextDueAt: morning })
  })

  test('P1 comes through, and by day everything does', async () => {
    await desk.wants('ben', wish({ channel: 'sms' }))
    await tell(await desk.reported({ priority: 'P1' }))
    expect(desk.texts).toHaveLength(1)
    await tell(await desk.reported({ priority: 'P4' }), day)
    expect(desk.texts).toHaveLength(2)
    expect(await desk.headOf('dig_ben')).toBeUndefined()
  })

  test('what waits brings a later digest forward, and an earlier one stays', async () => {
    await desk.prefers('chen', { digest: { at: '09:00', weekdays: ['fri'] } })
    const gathered = await desk.reported({ priority: 'P4', title: 'Gathered' })
    await desk.wants('chen', wish({ digest: true, where: { priorities: ['P4'] } }))
    await tell(gathered)
    expect(await desk.headOf('dig_chen')).toMatchObject({ nextDueAt: '2026-11-27T08:00:00.000Z' })
    await desk.wants('chen', wish({ id: 'trg_2', where: { priorities: ['P3'] } }))
    const quieted = await desk.reported({ priority: 'P3', title: 'Quieted' })
    // Of two invocations at once the one that comes second may find it in hand; its message would come again.
    const both = await Promise.allSettled([tell(quieted), tell(quieted)])
    expect(both.map(({ status }) => status)).toContain('fulfilled')
    expect(await desk.headOf('dig_chen')).toMatchObject({ nextDueAt: morning, generation: 1 })
    await tell({ ...gathered, sk: 'E#000009' })
    expect(await desk.headOf('dig_chen')).toMatchObject({ nextDueAt: morning })
    expect((await digestOf('chen', morning)).sort()).toEqual(
      [`${gathered.pk}: Gathered`, `${quieted.pk}: Quieted`].sort(),
    )
  })
})
