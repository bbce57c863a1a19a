import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookAhead } from '../../../functions/notifications/look-ahead.ts'
import { remindOfShift } from '../../../functions/notifications/remind-of-shift.ts'
import { tellScheduleNews } from '../../../functions/notifications/tell-schedule-news.ts'
import { warnAdministrators } from '../../../functions/notifications/warn-administrators.ts'
import type { ScheduleEvent } from '../../../functions/oncall/event.ts'
import type { Override } from '../../../functions/oncall/override.ts'
import type { Schedule } from '../../../functions/oncall/schedule.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import { type Notices, openNotices } from '../triggers/fixture.ts'
import { eventOf } from './fixture.ts'

let desk: Notices

beforeAll(async () => {
  desk = await openNotices()
})
beforeEach(() => desk.forget())

const person = (id: string) => ({ id, name: id })
const scheduleOf = (id: string): Schedule => ({
  ...{ id, name: 'Database', zone: 'Europe/Berlin' },
  layers: [
    {
      ...{ id: 'l1', name: 'Days', people: [person('ana'), person('ben')], restrictions: [] },
      ...{ rotation: { every: 1, unit: 'days' }, startsOn: '2027-03-01', handoverAt: '09:00' },
    },
  ],
})
const look = (id: string, now: string) => lookAhead(`rota_${id}`, now, desk.services)
const dueOf = (id: string) => desk.eventsAt(`rota_${id}`)

async function standsIn(scheduleId: string, who: string, from: string, to: string): Promise<ScheduleEvent> {
  const override: Override = {
    ...{ id: `ovr_${scheduleId}`, scheduleId, from, to, person: person(who), by: person('omar') },
    createdAt: '2027-03-01T00:00:00.000Z',
  }
  const event: ScheduleEvent = {
    ...{ type: 'schedule.override_set', override, id: override.id, scheduleId, at: override.createdAt },
    by: { kind: 'person', ...person('omar') },
  }
  await desk.services.oncall.addOverride(override, {
    ...{ events: [event], answer: ok(undefined), now: override.createdAt },
  })
  return event
}

describe('reminders of shifts', () => {
  // Day shifts change at nine in Berlin, which is eight in UTC: ben begins on the 2nd.
  const begins = '2027-03-02T08:00:00.000Z'
  const [early, due] = ['2027-03-01T20:00:00.000Z', '2027-03-02T07:00:00.000Z']

  test('come once, an hour before, and again only for the next shift', async () => {
    await desk.set({ schedules: [scheduleOf('sch_once')] })
    await look('sch_once', early)
    expect(await desk.headOf('rota_sch_once')).toMatchObject({ nextDueAt: due, dueKind: 'reminder' })
    await Promise.allSettled([look('sch_once', due), look('sch_once', due), look('sch_once', due)])
    const found = await dueOf('sch_once')
    expect(found).toMatchObject([{ type: 'shift.due', reminder: { personId: 'ben', from: begins } }])
    for (const event of [...found, ...found]) await remindOfShift(event, due, desk.post)
    expect(desk.sent).toMatchObject([
      {
        to: { name: 'ben' },
        subject: 'On call for Database from Tue, 2 Mar 2027, 09:00 CET',
        parts: { button: { url: 'https://portal.example.com/on-call/sch_once' } },
      },
    ])
    await look('sch_once', '2027-03-03T07:00:00.000Z')
    expect(await dueOf('sch_once')).toHaveLength(2)
  })

  test('come to whoever stands in since, and not to whom the shift was', async () => {
    await desk.set({ schedules: [scheduleOf('sch_swap')] })
    await look('sch_swap', early)
    await look('sch_swap', due)
    const [first] = await dueOf('sch_swap')
    await standsIn('sch_swap', 'chen', begins, '2027-03-03T08:00:00.000Z')
    await remindOfShift(first ?? {}, due, desk.post)
    expect(desk.sent).toEqual([])
    expect(await desk.outcomes('rota_sch_swap')).toEqual([
      ['ben', 'suppressed', 'The shift is somebody else’s by now.'],
    ])
    await look('sch_swap', '2027-03-02T07:00:01.000Z')
    expect(await dueOf('sch_swap')).toHaveLength(1)
  })

  test('come to whose shift begins when somebody stops standing in for them', async () => {
    await desk.set({ schedules: [scheduleOf('sch_back')] })
    const back = '2027-03-02T12:00:00.000Z'
    await standsIn('sch_back', 'chen', begins, back)
    await remindOfShift(
      { scheduleId: 'sch_back', at: back, reminder: { personId: 'ben', from: back, minutes: 60 } },
      '2027-03-02T11:00:00.000Z',
      desk.post,
    )
    expect(desk.recipients()).toEqual(['ben'])
  })

  test('come late for an hour, and say so', async () => {
    await desk.set({ schedules: [scheduleOf('sch_late')] })
    await look('sch_late', early)
    const late = '2027-03-02T08:40:00.000Z'
    await look('sch_late', late)
    const [event] = await dueOf('sch_late')
    await remindOfShift(event ?? {}, late, desk.post)
    expect(desk.sent).toMatchObject([{ subject: 'You are on call now: Database' }])
    await remindOfShift(
      { ...event, reminder: { personId: 'ben', from: begins, minutes: 30 } },
      '2027-03-02T09:00:00.000Z',
      desk.post,
    )
    expect(desk.sent).toHaveLength(1)
  })

  test('are mails in quiet hours, and ring outside of them', async () => {
    await desk.set({ schedules: [scheduleOf('sch_quiet')] })
    await look('sch_quiet', early)
    await look('sch_quiet', due)
    const [event] = await dueOf('sch_quiet')
    const bySms = [{ channel: 'sms' as const, delayMinutes: 0 }]
    const rules = { urgent: bySms, normal: bySms }
    for (const to of ['07:30', '08:30']) {
      await desk.prefers('ben', { phone: '+4930123456', rules, quietHours: { from: '22:00', to } })
      await remindOfShift(event ?? {}, due, desk.post)
      expect(desk.sent).toHaveLength(to === '08:30' ? 1 : 0)
      expect(desk.texts).toHaveLength(1)
    }
    const { version } = await desk.services.preferences.snapshot('ben')
    await desk.services.preferences.write('ben', { shiftReminders: [60] }, version)
  })

  test('are all said when more are due than one transaction holds', async () => {
    const crowd = Array.from({ length: 205 }, (_, n) => ({ personId: `p${n}`, from: begins, minutes: 60 }))
    const { reminders } = desk.services
    expect(await reminders.save('sch_crowd', undefined, { now: due, due: crowd })).toBe(true)
    expect(await dueOf('sch_crowd')).toHaveLength(205)
  })

  test('end with their schedule', async () => {
    await desk.set({ schedules: [scheduleOf('sch_gone')] })
    await look('sch_gone', early)
    await desk.set({ schedules: [] })
    await look('sch_gone', due)
    expect(await desk.headOf('rota_sch_gone')).not.toHaveProperty('nextDueAt')
    expect(await dueOf('sch_gone')).toEqual([])
    await look('sch_never', due)
    expect(await desk.headOf('rota_sch_never')).toBeUndefined()
  })
})

describe('an override', () => {
  test('is told once to who stands in and to whom they stand in for', async () => {
    await desk.set({ schedules: [scheduleOf('sch_news')] })
    const event = await standsIn('sch_news', 'chen', '2027-03-02T08:00:00.000Z', '2027-03-02T20:00:00.000Z')
    for (const _ of [1, 2]) {
      await tellScheduleNews({ sk: `E#${event.id}` }, event, '2027-03-01T00:00:00.000Z', desk.post)
    }
    expect(desk.sent.map(({ to, subject }) => `${to.name}: ${subject}`).sort()).toEqual([
      'ben: chen is on call for you: Database',
      'chen: You are on call: Database',
    ])
  })
})

describe('administrators', () => {
  const skipped = (pk: string, after: object = {}, sk = 'I#000003') => ({
    ...eventOf('escalation.skipped', { sk, visibility: 'internal', by: { kind: 'system' } }),
    ...{
      pk,
      after: { step: 2, of: 3, why: 'not_acknowledged', recipients: [], cause: 'nobody_on_call', ...after },
    },
  })
  const now = '2027-03-01T10:00:00.000Z'

  test('are warned once of a step that reached nobody, in whichever round it comes, and anew in a new run', async () => {
    await desk.set({ schedules: [scheduleOf('sch_gap')] })
    const { pk } = await desk.reported()
    const targets = [{ kind: 'schedule', id: 'sch_gap', which: 'now' }]
    await warnAdministrators(skipped(pk, { targets }), now, desk.post)
    await warnAdministrators(skipped(pk, { targets, round: 2 }, 'I#000009'), now, desk.post)
    expect(desk.recipients()).toEqual(['olga', 'omar'])
    for (const sk of ['I#000012', 'I#000015'])
      await warnAdministrators(skipped(pk, { targets, run: 2 }, sk), now, desk.post)
    expect(desk.recipients()).toEqual(['olga', 'olga', 'omar', 'omar'])
    expect(desk.sent[0]).toMatchObject({
      subject: `[${pk}] Nobody was on call for ${pk}`,
      parts: {
        paragraphs: [
          expect.stringContaining('Step 2 of 3'),
          'There is a gap in: Database.',
          expect.anything(),
        ],
        button: { url: 'https://portal.example.com/on-call/sch_gap' },
      },
    })
  })

  test('are warned when everybody was paged and nobody answered', async () => {
    const { pk } = await desk.reported()
    const ended = {
      ...skipped(pk),
      type: 'escalation.exhausted' as const,
      after: { policyId: 'p', of: 3, round: 1 },
    }
    for (const _ of [1, 2]) await warnAdministrators(ended, now, desk.post)
    expect(desk.sent).toHaveLength(2)
    await warnAdministrators({ ...ended, after: { ...ended.after, run: 2 } }, now, desk.post)
    expect(desk.sent.map(({ subject }) => subject)).toEqual(
      Array(4).fill(`[${pk}] Nobody has acknowledged ${pk}`),
    )
  })

  test('are told who has it when it was acknowledged and nothing happened since', async () => {
    const { pk } = await desk.reported({ acknowledgedAt: now, acknowledgedBy: { id: 'ana', name: 'Ana' } })
    const after = { policyId: 'p', of: 3, round: 1 }
    await warnAdministrators({ ...skipped(pk), type: 'escalation.exhausted', after }, now, desk.post)
    expect(desk.sent.map(({ subject }) => subject)).toEqual(
      Array(2).fill(`[${pk}] No news on ${pk}, and nobody is left to page`),
    )
    expect(desk.sent[0]?.parts.paragraphs[0]).toMatch(
      /^Ana acknowledged INC-\d+ \(.* CET\)\. Nothing has happened/,
    )
  })

  test('are not warned of a step whose condition was not met', async () => {
    const { pk } = await desk.reported()
    await warnAdministrators(skipped(pk, { cause: 'condition' }), now, desk.post)
    expect(desk.sent).toEqual([])
  })
})
