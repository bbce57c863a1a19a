import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../portal/lib/form.ts'
import type { Simulation } from '../../portal/lib/notify-contract.ts'
import {
  askedFirst,
  askedIn,
  caseOf,
  endsUnanswered,
  linesOf,
  tellsNobody,
} from '../../portal/lib/simulation.ts'

const berlin = {
  ...{ priority: 'P1', date: '2026-11-29', time: '02:30', zone: 'Europe/Berlin' },
  ...{ teamId: '', acknowledged: '' },
}

describe('what is tried', () => {
  test('is at first the next Sunday at 02:30 in Berlin, of the first priority of the policy', () => {
    const friday = new Date('2026-11-27T21:00:00Z')
    expect(askedFirst({ priorities: ['P2', 'P3'] }, friday)).toEqual({ ...berlin, priority: 'P2' })
    expect(askedFirst({}, friday).priority).toBe('P1')
  })

  test('is asked for at the instant that the wall clock shows it', () => {
    expect(caseOf(berlin).sample).toEqual({
      at: '2026-11-29T01:30:00.000Z',
      body: { priority: 'P1', at: '2026-11-29T01:30:00.000Z' },
    })
    expect(caseOf({ ...berlin, teamId: 'team_l1', acknowledged: '7' }).sample?.body).toEqual({
      priority: 'P1',
      at: '2026-11-29T01:30:00.000Z',
      teamId: 'team_l1',
      acknowledgedAt: '2026-11-29T01:37:00.000Z',
    })
  })

  test.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'repeated'],
    ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:00:00.000Z', 'skipped'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', 'repeated'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:00:00.000Z', 'skipped'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00.000Z', 'repeated'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z', 'skipped'],
  ])('means in %s on %s at %s the instant %s, and says that it is %s', (zone, date, time, at, but) => {
    const { sample } = caseOf({ ...berlin, zone, date, time })
    expect(sample).toMatchObject({ at, but, body: { at } })
  })

  test('comes back as it was typed, also when there is no such moment', () => {
    const typed = { 'try.priority': 'P3', 'try.date': '2026-13-01', 'try.time': 'two', 'try.zone': 'Bärlin' }
    const asked = askedIn(fieldsOf(Object.entries(typed)))
    expect(asked).toMatchObject({ priority: 'P3', date: '2026-13-01', time: 'two', zone: 'Bärlin' })
    expect(caseOf(asked).lacks).toEqual({ date: 'needWhen' })
  })

  test.each(['0', '10', '99999'])('may be acknowledged after %s minutes', (acknowledged) => {
    const { sample } = caseOf({ ...berlin, acknowledged })
    const later = Date.parse(sample?.acknowledgedAt ?? '') - Date.parse(sample?.at ?? '')
    expect(later).toBe(Number(acknowledged) * 60_000)
  })

  test.each(['9e99', '10 min', '-5', '1.5', '100000', '٣'])(
    'lacks minutes, and is not asked for, when it is to be acknowledged after %j',
    (acknowledged) => {
      expect(caseOf({ ...berlin, acknowledged })).toEqual({ lacks: { acknowledged: 'needMinutes' } })
    },
  )
})

describe('the line of time', () => {
  const at = '2026-11-29T01:30:00.000Z'
  const minute = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
  const people = [{ id: 'chen', name: 'Chen Wei', why: { en: '', de: '' }, ways: [] }]
  const simulation: Simulation = {
    items: [
      { at: minute(5), step: 1, round: 1, kind: 'skipped', cause: 'nobody_on_call', people: [] },
      { at: minute(5), step: 2, round: 1, kind: 'step', people },
      { at: minute(15), step: 3, round: 1, kind: 'step', people },
      { at: minute(30), step: 3, round: 1, kind: 'exhausted', people: [] },
    ],
  }

  test('begins with the report, keeps what happens at once in its order, and has no place for the end', () => {
    const lines = linesOf({ simulation, at, acknowledgedAt: minute(10) })
    expect(lines.map(({ kind }) => kind)).toEqual(['reported', 'skipped', 'step', 'acknowledged', 'step'])
    expect(endsUnanswered(simulation)).toBe(true)
    expect(tellsNobody(simulation)).toBe(false)
    expect(tellsNobody({ items: simulation.items.slice(0, 1) })).toBe(true)
  })

  test('ends with the moment at which the paging goes on', () => {
    const lines = linesOf({
      simulation: { items: [], resumesAt: minute(40) },
      at,
      acknowledgedAt: minute(10),
    })
    expect(lines.map(({ kind }) => kind)).toEqual(['reported', 'acknowledged', 'resumes'])
  })
})
