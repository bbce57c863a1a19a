import { describe, expect, test } from 'vitest'
import type { Change } from '../../../functions/incidents/change.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { State } from '../../../functions/incidents/lifecycle.ts'
import { escalate } from '../../../functions/routing/escalate.ts'
import { followIncident, levelOf, viewLevel, wakeLevel } from '../../../functions/routing/level.ts'
import { defaultLevelTimers } from '../../../functions/routing/rule.ts'
import { after as later, minutes } from '../../../functions/runtime/instant.ts'
import { ana, incidentIn } from '../incidents/fixture.ts'
import { teams } from './fixture.ts'

const start = '2026-11-23T08:00:00.000Z'
const at = (minute: number) => later(start, minutes(minute))
const settings = {
  teams,
  levelTimers: { ...defaultLevelTimers, L2: { P1: 60 } },
  defaultTeamId: 'team_service_desk',
}

const followed = (change: Change, minute: number): Incident =>
  followIncident(change, { now: at(minute), settings }).after
const reported = (overrides: Partial<Incident> = {}) =>
  followed({ after: incidentIn('new', { createdAt: start, ...overrides }), events: [] }, 0)
/** How it stands after a change of some of it. */
const changed = (before: Incident, over: Partial<Incident>, minute: number) =>
  followed({ before, after: { ...before, ...over } as Incident, events: [] }, minute)
const inState = (before: Incident, state: State, minute: number) =>
  changed(before, { ...incidentIn(state, before), state } as Incident, minute)
const woken = (incident: Incident, minute: number) => wakeLevel(incident, at(minute), settings)
const moved = (incident: Incident, minute: number) => {
  const change = woken(incident, minute)
  return change && followed(change, minute)
}

describe('the level timer', () => {
  test.each([
    ['P1', 30],
    ['P2', 240],
    ['P5', 240],
  ] as const)('of a %s on L1 is due after %i minutes', (priority, due) => {
    expect(reported({ priority }).timers).toEqual({ level: at(due) })
    expect(reported({ priority }).slices).toEqual({})
  })

  test.each([
    ['where the team names nobody above', { teamId: 'database' }],
    ['where no time is set', { teamId: 'network', priority: 'P3' as const }],
  ])('does not run %s', (_, overrides) => {
    expect(reported(overrides).timers).toEqual({})
  })

  test('runs on however it is acknowledged, taken and edited', () => {
    const taken = changed(reported(), { acknowledgedAt: at(5), assignee: { id: 'ana', name: 'Ana' } }, 5)
    expect(inState(taken, 'in_progress', 6).timers).toEqual({ level: at(30) })
  })

  test('measures a new priority from the same entry', () => {
    expect(changed(reported({ priority: 'P3' }), { priority: 'P1' }, 180).timers).toEqual({ level: at(30) })
  })

  test('stands still on hold, and the hold is not counted', () => {
    const held = inState(reported(), 'on_hold', 10)
    expect(held.timers).toEqual({})
    expect(woken({ ...held, timers: { level: at(30) } }, 300)?.events).toEqual([])
    const edited = changed(held, { title: 'Still on hold' }, 50)
    expect(inState(edited, 'in_progress', 110).timers).toEqual({ level: at(130) })
  })

  test.each(['resolved', 'canceled'] as const)('ends when it is %s', (state) => {
    expect(inState(reported(), state, 10).timers).toEqual({})
  })

  test('begins anew with a reopening', () => {
    const resolved = inState(reported(), 'resolved', 10)
    expect(inState(resolved, 'in_progress', 500).timers).toEqual({ level: at(530) })
  })

  test('goes on over a move on the same level', () => {
    expect(changed(reported(), { teamId: 'desk_south' }, 10).timers).toEqual({ level: at(30) })
  })
})

describe('a wake of the level timer', () => {
  test('moves it up, says so for those who work on it, and starts the time of the next level', () => {
    const change = woken(reported(), 30)
    expect(change?.events).toMatchObject([
      {
        type: 'escalation.level',
        visibility: 'internal',
        by: { kind: 'system' },
        reason: 'level_timer',
        after: { teamId: 'network', afterMinutes: 30 },
      },
      { type: 'incident.edited', by: { kind: 'system' } },
    ])
    expect(moved(reported(), 30)).toMatchObject({
      state: 'new',
      teamId: 'network',
      timers: { level: at(90) },
    })
  })

  test('before its time and a second time does nothing', () => {
    expect(woken(reported(), 29)).toBeUndefined()
    const up = moved(reported(), 30)
    expect(up && woken(up, 30)).toBeUndefined()
  })

  test('after a standstill moves one level, and the next only when its own time is over', () => {
    const late = moved(reported(), 600)
    expect(late).toMatchObject({ teamId: 'network', timers: { level: at(660) } })
    expect(late && woken(late, 659)).toBeUndefined()
    const top = late && moved(late, 660)
    expect(top).toMatchObject({ teamId: 'database', timers: {} })
  })

  test('decides by the settings of the moment', () => {
    const longer = { ...settings, levelTimers: { L1: { P1: 45 } } }
    expect(wakeLevel(reported(), at(30), longer)).toMatchObject({
      events: [],
      after: { timers: { level: at(45) } },
    })
    const nowhere = { ...settings, teams: teams.map(({ escalatesTo, ...team }) => team) }
    expect(wakeLevel(reported(), at(30), nowhere)).toMatchObject({ events: [], after: { timers: {} } })
  })

  test('never goes round in a circle of one level', () => {
    const circle = teams.map((team) => ({
      ...team,
      escalatesTo: team.id === 'team_service_desk' ? 'desk_south' : 'team_service_desk',
    }))
    expect(
      followIncident(
        { after: incidentIn('new'), events: [] },
        { now: start, settings: { ...settings, teams: circle } },
      ).after.timers,
    ).toEqual({})
  })

  test('asks experts on demand once, and leaves it where it is seen', () => {
    const asked = moved(reported({ teamId: 'desk_south' }), 30)
    expect(asked).toMatchObject({ teamId: 'desk_south', timers: {}, slices: { level: { asked: 'experts' } } })
    expect(asked?.watchers?.map(({ id }) => id)).toEqual(['ivo', 'uma'])
    expect(asked && changed(asked, { priority: 'P2' }, 40).timers).toEqual({})
  })
})

describe('bounces', () => {
  const by = { by: ana, channel: 'portal', teams } as const
  const path = (incident: Incident, ...ways: string[]) =>
    ways.reduce(
      (last, teamId, n) => followed(escalate(last, { teamId, summary: 'x' }, { ...by, now: at(n) }), n),
      incident,
    )

  test.each([
    [['network'], 0],
    [['network', 'database'], 0],
    [['network', 'team_service_desk'], 1],
    [['network', 'team_service_desk', 'network', 'database', 'network'], 3],
  ])('%j counts %i', (teamIds, bounces) => {
    const incident = path(reported(), ...teamIds)
    const shown = (seesInternal: boolean) => viewLevel(incident, { now: start, settings, seesInternal })
    expect([shown(true), shown(false)]).toEqual([{ bounces }, {}])
  })

  test('are kept over a resolution and a reopening', () => {
    const back = path(reported(), 'network', 'team_service_desk')
    const reopened = inState(inState(back, 'resolved', 10), 'in_progress', 20)
    expect(levelOf(reopened)).toMatchObject({ since: at(20), bounces: 1 })
  })
})

test('an open incident whose team is gone goes to the team for everything else, where it is seen', () => {
  const orphaned = reported({ teamId: 'team_dissolved' })
  expect(orphaned.teamId).toBe('team_service_desk')
  const closed = followIncident(
    { after: incidentIn('closed', { teamId: 'team_dissolved' }), events: [] },
    { now: at(0), settings },
  )
  expect(closed.after.teamId).toBe('team_dissolved')
})
