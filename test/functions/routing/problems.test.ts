import { describe, expect, test } from 'vitest'
import { problemsOfLevels, problemsOfRules } from '../../../functions/routing/problems.ts'
import { rule, teams, ways } from './fixture.ts'

const found = (...rules: ReturnType<typeof rule>[]) =>
  problemsOfRules(rules, ways).map(({ path, kind }) => `${kind} ${path}`)

describe('problems of rules', () => {
  test('there are none where everything is known and the rule for all comes last', () => {
    expect(
      found(rule('1', 'network', { serviceIds: ['vpn'], categoryIds: ['printer'] }), rule('2', 'database')),
    ).toEqual([])
  })

  test('name what is not there', () => {
    expect(found(rule('1', 'nobody', { serviceIds: ['vpn', 'x'], categoryIds: ['y'] }))).toEqual([
      'error routingRules.0.teamId',
      'error routingRules.0.when.serviceIds',
      'error routingRules.0.when.categoryIds',
    ])
  })

  test('name a queue that nobody watches', () => {
    expect(found(rule('1', 'experts', { words: ['x'] }))).toEqual(['error routingRules.0.teamId'])
  })

  test('warn of a rule for everything before others, once', () => {
    expect(found(rule('1', 'network'), rule('2', 'database'), rule('3', 'network'))).toEqual([
      'warning routingRules.0.when',
    ])
  })
})

describe('problems of levels', () => {
  test('are teams that hand on to nobody, or not further up', () => {
    expect(problemsOfLevels(teams)).toEqual([])
    const wrong = teams.map((team, n) => ({ ...team, escalatesTo: ['nobody', 'team_service_desk'][n] }))
    expect(problemsOfLevels(wrong).map(({ path }) => path)).toEqual([
      'teams.0.escalatesTo',
      'teams.1.escalatesTo',
    ])
  })
})
