import { describe, expect, test } from 'vitest'
import {
  editedSilence,
  endedSilence,
  type SilenceRequest,
  silence,
  stateOfSilence,
  turnOfSilence,
  wokenSilence,
} from '../../../functions/alerts/silence.ts'
import { Refusal } from '../../../functions/runtime/refusal.ts'

/** A Friday, 13:00 in Berlin. */
const now = '2026-11-27T12:00:00.000Z'
const host = { label: 'host', op: 'is', value: 'db1' } as const
const owner = { id: 'ana', name: 'Ana' }
const make = (more: Partial<SilenceRequest> = {}) =>
  silence(
    { matchers: [host], reason: 'Disk is on its way', endsAt: '2026-11-27T18:00:00Z', ...more },
    { id: 'sil_1', owner, now, zone: 'Europe/Berlin' },
  ).after
const placesOf = (act: () => unknown) => {
  try {
    act()
    return 'nothing'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.extras.errors?.map(({ path }) => path) ?? error.code
  }
}
const at = (time: string) => `2026-11-27T${time}:00.000Z`
const asked = (instant: string) => ({ now: instant, zone: 'Europe/Berlin' })

describe('a silence', () => {
  test.each([
    ['a weekday and a time', { weekday: 'mon', time: '09:00' }, '2026-11-30T08:00:00.000Z'],
    ['a time that is still to come today', { time: '18:00' }, '2026-11-27T17:00:00.000Z'],
    ['a time that was today already', { time: '09:00' }, '2026-11-28T08:00:00.000Z'],
    ['the same weekday, later today', { weekday: 'fri', time: '13:01' }, '2026-11-27T12:01:00.000Z'],
    ['the same weekday, a week on', { weekday: 'fri', time: '13:00' }, '2026-12-04T12:00:00.000Z'],
    ['the clock of another zone', { time: '09:00', zone: 'America/New_York' }, '2026-11-27T14:00:00.000Z'],
  ] as const)('ends by %s', (_, until, expected) => {
    expect(make({ endsAt: undefined, until }).endsAt).toBe(expected)
  })

  test('till a time that the clock skips ends at the jump', () => {
    const { after } = silence(
      { matchers: [host], reason: 'Night', until: { weekday: 'sun', time: '02:30' } },
      { id: 'sil_1', owner, now: '2027-03-27T12:00:00.000Z', zone: 'Europe/Berlin' },
    )
    expect(after.endsAt).toBe('2027-03-28T01:00:00.000Z')
  })

  test.each([
    ['no end', { endsAt: undefined }, ['endsAt']],
    ['two ends', { until: { time: '09:00' } }, ['endsAt']],
    ['an end that is past', { endsAt: '2026-11-27T11:00:00Z' }, ['endsAt']],
    ['an end before its beginning', { startsAt: '2026-11-28T00:00:00Z' }, ['endsAt']],
    ['more than 90 days', { endsAt: '2027-02-26T12:00:00Z' }, ['endsAt']],
    ['everything there is', { matchers: [{ label: 'host', op: 'like', value: '*' }] }, ['matchers']],
    ['nearly everything', { matchers: [{ label: 'zzz', op: 'is_not', value: 'q' }] }, ['matchers']],
    ['what is nearly always missing', { matchers: [{ label: 'a', op: 'is', value: '' }] }, ['matchers']],
  ] as const)('with %s is refused', (_, more, places) => {
    expect(placesOf(() => make(more as Partial<SilenceRequest>))).toEqual(places)
  })

  test('of exactly 90 days is allowed, and one that began earlier begins now', () => {
    const one = make({ startsAt: '2026-11-01T00:00:00Z', endsAt: '2027-02-25T12:00:00Z' })
    expect(one.startsAt).toBe(now)
  })

  test('is scheduled, active and ended by the clock', () => {
    const one = make({ startsAt: '2026-11-27T14:00:00Z' })
    const states = ['13:59', '14:00', '17:59', '18:00'].map((time) => stateOfSilence(one, at(time)))
    expect(states).toEqual(['scheduled', 'active', 'active', 'ended'])
  })
})

describe('the timer of a silence', () => {
  test('tells an hour before the end, once, and then the end', () => {
    const one = make()
    expect(turnOfSilence(one)).toEqual({ kind: 'silence_ending', dueAt: at('17:00') })
    expect(wokenSilence(one, at('16:59'))).toBeUndefined()
    const warned = wokenSilence(one, at('17:00'))
    expect(warned?.events.map(({ type }) => type)).toEqual(['silence.ending'])
    const rest = warned?.after ?? one
    expect(turnOfSilence(rest)).toEqual({ kind: 'silence_end', dueAt: at('18:00') })
    const ended = wokenSilence(rest, at('18:00'))
    expect(ended?.events).toMatchObject([{ type: 'silence.ended', silenceId: 'sil_1', cause: 'time' }])
    expect(ended && turnOfSilence(ended.after)).toBeUndefined()
  })

  test('tells nothing beforehand of an hour or less', () => {
    expect(turnOfSilence(make({ endsAt: at('13:00') }))?.kind).toBe('silence_end')
    expect(turnOfSilence(make({ endsAt: at('13:01') }))?.kind).toBe('silence_ending')
  })

  test('tells the end alone when both were missed', () => {
    expect(wokenSilence(make(), at('19:00'))?.events.map(({ type }) => type)).toEqual(['silence.ended'])
  })
})

describe('a change of a silence', () => {
  test('that prolongs it tells again before the new end', () => {
    const warned = wokenSilence(make(), at('17:00'))?.after ?? make()
    const { after, events } = editedSilence(warned, { endsAt: at('22:00') }, asked(at('17:30')))
    expect([events, after.noticeAt]).toEqual([[], at('21:00')])
  })

  test('that leaves the end alone tells before it as before, and not twice', () => {
    const { after } = editedSilence(make(), { reason: 'Disk is late' }, asked(at('13:00')))
    expect(after.noticeAt).toBe(at('17:00'))
    const warned = wokenSilence(make(), at('17:00'))?.after ?? make()
    expect(editedSilence(warned, { reason: 'Late' }, asked(at('17:30'))).after.noticeAt).toBeUndefined()
  })

  test('that makes it hold less sets free what it held', () => {
    const narrower = [host, { label: 'disk', op: 'is', value: 'sda' } as const]
    const { events } = editedSilence(make(), { matchers: narrower }, asked(at('13:00')))
    expect(events).toMatchObject([{ type: 'silence.ended', cause: 'narrowed' }])
    expect(
      editedSilence(make({ matchers: narrower }), { matchers: [host] }, asked(at('13:00'))).events,
    ).toEqual([])
  })

  test('may prolong it to 90 days from now, and no further', () => {
    const prolong = (endsAt: string) => () => editedSilence(make(), { endsAt }, asked(at('17:00')))
    expect(placesOf(prolong('2027-02-25T17:00:00Z'))).toBe('nothing')
    expect(placesOf(prolong('2027-02-25T17:00:01Z'))).toEqual(['endsAt'])
  })

  test('is refused once it is over, before the timer has noticed too', () => {
    expect(placesOf(() => editedSilence(make(), { reason: 'x' }, asked(at('18:00'))))).toBe('conflict')
    expect(placesOf(() => endedSilence(make(), { by: owner, now: at('18:00') }))).toBe('conflict')
  })

  test('that ends it says who did', () => {
    const { after, events } = endedSilence(make(), { by: { id: 'ben', name: 'Ben' }, now: at('13:00') })
    expect(after).toMatchObject({ endsAt: at('13:00'), endedBy: { id: 'ben' }, owner })
    expect(events).toMatchObject([{ type: 'silence.ended', cause: 'person' }])
    expect(wokenSilence(after, at('18:00'))).toBeUndefined()
  })
})
