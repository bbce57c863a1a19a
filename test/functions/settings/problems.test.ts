import { describe, expect, test } from 'vitest'
import { moves } from '../../../functions/incidents/lifecycle.ts'
import { newProblems } from '../../../functions/settings/problems.ts'
import { referencesIn, usesOf } from '../../../functions/settings/references.ts'
import type { Settings } from '../../../functions/settings/settings.ts'
import { demoSettings } from '../../support/api.ts'

const pathsOf = (change: Partial<Settings>, before = demoSettings) =>
  newProblems(before, { ...before, ...change }).map(({ path }) => path)
const [service, ...services] = demoSettings.services
const [team, ...teams] = demoSettings.teams

describe('settings as a whole', () => {
  test('of the demo fit together: they may be put into a place where there was nothing', () => {
    const empty = { ...demoSettings, organisationName: '', services: [], categories: [], slaPolicies: [] }
    expect(newProblems({ ...empty, routingRules: [], defaultTeamId: 'none' }, demoSettings)).toEqual([])
  })

  test.each([
    { says: 'an id twice', change: { teams: [...demoSettings.teams, { ...team }] }, path: 'teams.3.id' },
    {
      says: 'a team that is not there',
      change: { services: [{ ...service, teamId: 'none' }, ...services] },
      path: 'services.0.teamId',
    },
    {
      says: 'a component that is not there',
      change: { services: [{ ...service, componentIds: ['none'] }, ...services] },
      path: 'services.0.componentIds',
    },
    { says: 'another team for the rest', change: { defaultTeamId: 'none' }, path: 'defaultTeamId' },
    {
      says: 'a reminder after the end',
      change: { closing: { autoCloseDays: 2, reminderDays: 5 } },
      path: 'closing.reminderDays',
    },
    {
      says: 'a level that leads nowhere',
      change: { teams: [{ ...team, escalatesTo: 'none' }, ...teams] },
      path: 'teams.0.escalatesTo',
    },
  ])('are refused for $says', ({ change, path }) => {
    expect(pathsOf(change as Partial<Settings>)).toEqual([path])
  })

  test('are not refused for what was wrong before, wherever it stands now', () => {
    const before = {
      ...demoSettings,
      services: [...services, { ...demoSettings.services[0], teamId: 'none' }],
    }
    const after = [...before.services].reverse() as Settings['services']
    expect(pathsOf({ services: after }, before as Settings)).toEqual([])
  })
})

describe('the role matrix', () => {
  const { moveMatrix } = demoSettings

  test('has moves of the lifecycle only', () => {
    const agent = { ...moveMatrix.agent, new: [...moves.new, 'closed' as const] }
    expect(pathsOf({ moveMatrix: { ...moveMatrix, agent } })).toEqual(['moveMatrix.agent.new'])
  })

  test('leaves every move to somebody who moves incidents', () => {
    const { agent } = moveMatrix
    expect(pathsOf({ moveMatrix: { agent } })).toEqual([])
    expect(pathsOf({ moveMatrix: { auditor: agent } })).toContain('moveMatrix.new.in_progress')
    expect(pathsOf({ moveMatrix: { agent: { ...agent, resolved: ['closed'] } } })).toEqual([
      'moveMatrix.resolved.in_progress',
    ])
  })
})

describe('what something names', () => {
  test('exists, everywhere in the demo', () => {
    const lost = referencesIn(demoSettings).filter(
      ({ to, id }) => !demoSettings[to].some((one) => one.id === id),
    )
    expect(lost).toEqual([])
  })

  test('is in use by others, not by itself and not by what is retired', () => {
    const retired = demoSettings.categories.map((one) => ({
      ...one,
      retired: one.parentId === 'cat_network',
    }))
    expect(usesOf('categories', 'cat_network', demoSettings).length).toBeGreaterThan(0)
    expect(
      usesOf('categories', 'cat_network', { ...demoSettings, categories: retired, routingRules: [] }).filter(
        ({ path }) => path.startsWith('categories'),
      ),
    ).toEqual([])
  })
})
