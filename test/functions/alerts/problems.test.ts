import { expect, test } from 'vitest'
import { problemsOfRules } from '../../../functions/alerts/problems.ts'
import type { AlertRule, InhibitRule, RouteRule } from '../../../functions/alerts/rule.ts'

const route = (name: string, when: RouteRule['when']): RouteRule => ({
  ...{ id: `arl_${name}`, name, kind: 'route', when, treatment: {} },
})
const host = { label: 'host', op: 'is', value: 'db1' } as const
const anything = { label: 'host', op: 'like', value: '*' } as const
const inhibit = (how: Partial<InhibitRule>): InhibitRule => ({
  ...{ id: 'arl_i', name: 'i', kind: 'inhibit', cause: [host], symptom: [host], equal: [], ...how },
})
const said = (...rules: AlertRule[]) => problemsOfRules(rules).map(({ kind, path }) => [kind, path])

test('a rule below one that applies to everything is warned of, whichever way that one says it', () => {
  expect(said(route('a', [host]), route('all', []), route('b', [host]))).toEqual([
    ['warning', 'alertRules.2.when'],
  ])
  expect(said(route('all', [anything]), inhibit({}), route('b', []))).toEqual([
    ['warning', 'alertRules.2.when'],
  ])
})

test('the last rule may apply to everything', () => {
  expect(said(route('a', [host]), route('all', []))).toEqual([])
})

test('symptoms that are everything there is are an error', () => {
  expect(said(inhibit({ symptom: [anything] }))).toEqual([['error', 'alertRules.0.symptom']])
})
