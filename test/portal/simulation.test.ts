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
import { instantOf, nextSunday } from '../../portal/lib/wall-clock.ts'

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

  test.each([
    ['2026-11-28T22:59:00Z', '2026-11-29'],
    ['2026-11-28T23:00:00Z', '2026-11-29'],
    ['2026-11-29T22:59:00Z', '2026-11-29'],
    ['2026-11-29T23:00:00Z', '2026-12-06'],
  ])('at %s the next Sunday in Berlin is %s', (now, sunday) => {
    expect(nextSunday(new Date(now), 'Europe/Berlin')).toBe(sunday)
  })

  test('is asked for at the instant that the wall clock shows it', () => {
    expect(caseOf(berlin)).toEqual({
      at: '2026-11-29T01:30:00.000Z',
      body: { priority: 'P1', at: '2026-11-29T01:30:00.000Z' },
    })
    expect(caseOf({ ...berlin, teamId: 'team_l1', acknowledged: '7' })?.body).toEqual({
      priority: 'P1',
      at: '2026-11-29T01:30:00.000Z',
      teamId: 'team_l1',
      acknowledgedAt: '2026-11-29T01:37:00.000Z',
    })
  })

  test('comes back as it was typed, also when there is no such moment', () => {
    const typed = { 'try.priority': 'P3', 'try.date': '2026-13-01', 'try.time': 'two', 'try.zone': 'Bärlin' }
    const asked = askedIn(fieldsOf(Object.entries(typed)))
    expect(asked).toMatchObject({ priority: 'P3', date: '2026-13-01', time: 'two', zone: 'Bärlin' })
    expect(caseOf(asked)).toBeUndefined()
  })
})

test('a time that clocks skip is the one that takes its place', () => {
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
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
