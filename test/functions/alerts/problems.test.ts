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

test('symptoms or causes that are nearly everything there is are an error', () => {
  const hardlyAny = { label: 'zzz', op: 'is_not', value: 'q' } as const
  const missing = { label: 'a', op: 'is', value: '' } as const
  for (const one of [anything, hardlyAny, missing]) {
    expect(said(inhibit({ symptom: [one] }))).toEqual([['error', 'alertRules.0.symptom']])
    expect(said(inhibit({ cause: [one] }))).toEqual([['error', 'alertRules.0.cause']])
  }
})

test('a rule that says what is done may ask for what an alert is not', () => {
  expect(said(route('a', [{ label: 'zzz', op: 'is_not', value: 'q' }]), route('b', [host]))).toEqual([])
})

test('80 rules may hold symptoms, and one more is an error, whatever other rules there are', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => inhibit({ id: `arl_${n}` }))
  expect(said(route('a', [host]), ...many(80))).toEqual([])
  expect(said(route('a', [host]), ...many(81))).toEqual([['error', 'alertRules.81.kind']])
})
