import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { remindersDue, stageOf, turnFrom, turnsOf } from '../../../functions/notifications/reminder.ts'
import type { Override } from '../../../functions/oncall/override.ts'
import type { Schedule } from '../../../functions/oncall/schedule.ts'
import { shiftsBetween } from '../../../functions/oncall/shifts.ts'
import { after, days, minutes } from '../../../functions/runtime/instant.ts'

const person = (id: string) => ({ id, name: id })
const schedule = (more: Partial<Schedule['layers'][number]> = {}): Schedule => ({
  ...{ id: 'sch_db', name: 'Database', zone: 'Europe/Berlin' },
  layers: [
    {
      ...{ id: 'l1', name: 'Days', people: [person('ana'), person('ben')], restrictions: [] },
      ...{ rotation: { every: 1, unit: 'days' }, startsOn: '2026-10-19', handoverAt: '02:30' },
      ...more,
    },
  ],
})
const override = (from: string, to: string, who: string): Override => ({
  ...{ id: 'ovr_1', scheduleId: 'sch_db', from, to, person: person(who), by: person('dana') },
  createdAt: '2026-10-01T00:00:00.000Z',
})
const hourBefore = () => [60]
const at = (time: string) => `2026-10-${time}:00.000Z`

describe('reminders of shifts', () => {
  // On the 25th, Berlin shows 02:30 twice: the shift begins with the first, at 00:30 UTC.
  const [begins, due] = [at('25T00:30'), at('24T23:30')]

  test('come once, at their minute, on the night on which an hour is shown twice', () => {
    const look = (lookedAt: string, now: string) =>
      remindersDue(schedule(), [], hourBefore, { lookedAt, now })
    expect(look(at('24T20:00'), at('24T23:29'))).toEqual({ due: [], lookAt: due })
    expect(look(at('24T23:29'), due)).toEqual({
      due: [{ personId: 'ana', from: begins, minutes: 60 }],
      lookAt: at('25T23:30'),
    })
    expect(look(due, at('25T00:29')).due).toEqual([])
    expect(look(due, at('25T01:30')).due).toEqual([])
  })

  test('come at the jump, for a shift that begins in the hour that is skipped', () => {
    const now = '2027-03-28T00:00:00.000Z'
    const found = remindersDue(schedule(), [], hourBefore, { lookedAt: '2027-03-27T20:00:00.000Z', now })
    expect(found.due).toMatchObject([{ from: '2027-03-28T01:00:00.000Z', minutes: 60 }])
  })

  test('are for whoever stands in, and not for whom they stand in for', () => {
    const swapped = override(at('25T00:30'), at('26T01:30'), 'chen')
    const found = remindersDue(schedule(), [swapped], hourBefore, { lookedAt: at('24T20:00'), now: due })
    expect(found.due).toEqual([{ personId: 'chen', from: begins, minutes: 60 }])
    expect(turnFrom(schedule(), [swapped], { personId: 'ana', from: begins })).toBeUndefined()
    expect(turnFrom(schedule(), [swapped], { personId: 'chen', from: begins })?.to).toBe(at('26T01:30'))
  })

  test('come as often as somebody wishes, and after a standstill once for all', () => {
    const twice = () => [60, 24 * 60]
    const look = (lookedAt: string, now: string) => remindersDue(schedule(), [], twice, { lookedAt, now }).due
    expect(look(at('24T00:00'), at('24T00:30'))).toMatchObject([{ from: begins, minutes: 24 * 60 }])
    expect(look(at('24T12:00'), due)).toMatchObject([{ from: begins, minutes: 60 }])
    expect(look(at('23T00:00'), at('25T00:00')).filter(({ from }) => from === begins)).toMatchObject([
      { minutes: 60 },
    ])
  })

  test('come late for an hour and then no more', () => {
    const look = (now: string) =>
      remindersDue(schedule(), [], hourBefore, { lookedAt: at('24T20:00'), now }).due
    expect(look(at('25T01:29'))).toMatchObject([{ from: begins }])
    expect(look(at('25T01:30'))).toEqual([])
    expect([stageOf(begins, due), stageOf(begins, begins), stageOf(begins, at('25T01:30'))]).toEqual([
      'soon',
      'begun',
      undefined,
    ])
  })

  test('are none within what goes on for the same person', () => {
    const alone = schedule({ people: [person('ana')] })
    expect(remindersDue(alone, [], hourBefore, { lookedAt: at('24T20:00'), now: at('26T20:00') })).toEqual({
      due: [],
      lookAt: at('27T20:00'),
    })
    const shifts = shiftsBetween(alone, [], at('24T20:00'), at('29T20:00')).shifts
    expect(turnsOf(shifts)).toEqual([{ personId: 'ana', from: at('24T20:00'), to: at('29T20:00') }])
  })

  test('are for each of the turns of people who take turns, in the order in which they begin', () => {
    const shifts = shiftsBetween(schedule(), [], at('24T20:00'), at('27T20:00')).shifts
    const turns = turnsOf(shifts)
    expect(turns.map(({ personId }) => personId)).toEqual(['ben', 'ana', 'ben', 'ana'])
    expect(turns.map(({ to }) => to).slice(0, -1)).toEqual(turns.slice(1).map(({ from }) => from))
  })

  test('come exactly once for each shift, whenever somebody looks', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const
    const gaps = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 20, maxLength: 80 })
    const starts = fc.constantFrom(
      '2026-10-20T00:00:00.000Z',
      '2027-03-10T05:11:00.000Z',
      '2027-03-24T00:00:00.000Z',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        starts,
        gaps,
        fc.integer({ min: 5, max: 600 }),
        (zone, start, gaps, before) => {
          const rota = { ...schedule({ rotation: { every: 8, unit: 'hours' } }), zone }
          let lookedAt: string = start
          const told: string[] = []
          for (const gap of gaps) {
            // Never so late that a reminder is dropped or speaks for another one of the same shift.
            const { lookAt } = remindersDue(rota, [], () => [before], { lookedAt, now: lookedAt })
            const wanted = after(lookedAt, minutes(gap))
            const now = lookAt < wanted ? lookAt : wanted
            told.push(
              ...remindersDue(rota, [], () => [before], { lookedAt, now }).due.map(({ from }) => from),
            )
            lookedAt = now
          }
          const shifts = shiftsBetween(rota, [], after(start, -days(1)), after(lookedAt, days(2))).shifts
          const expected = turnsOf(shifts)
            .map(({ from }) => from)
            .filter(
              (from) => after(from, -minutes(before)) > start && after(from, -minutes(before)) <= lookedAt,
            )
          expect(told).toEqual(expected)
        },
      ),
      { numRuns: 60 },
    )
  })
})
