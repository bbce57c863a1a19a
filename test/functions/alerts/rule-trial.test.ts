import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { AlertRule } from '../../../functions/alerts/rule.ts'
import { rulesTried, trial } from '../../../functions/alerts/rule-trial.ts'
import { at, ends, fires, setup, start } from './fixture.ts'

const route = (id: string, label: string, value: string, treatment: object = {}) =>
  z.parse(AlertRule, { id, name: id, kind: 'route', when: [{ label, op: 'is', value }], treatment })
const inForce = [route('arl_a', 'host', 'a'), route('arl_b', 'host', 'b')]
const { id: _, ...draft } = route('arl_c', 'host', 'c')
const ids = (rules: readonly { id: string }[]) => rules.map(({ id }) => id)

describe('the rules that are tried', () => {
  test('are those in force where nothing is sent', () => {
    expect(rulesTried(inForce, {})).toEqual(inForce)
  })

  test('have a new one at its place, or at the end', () => {
    expect(ids(rulesTried(inForce, { rule: draft, place: 1 }))).toEqual(['arl_a', 'arl_tried_2', 'arl_b'])
    expect(ids(rulesTried(inForce, { rule: draft }))).toEqual(['arl_a', 'arl_b', 'arl_tried_3'])
  })

  test('have a changed one where it stood, or where it is moved to', () => {
    const changed = route('arl_a', 'host', 'z')
    expect(rulesTried(inForce, { rule: changed })).toEqual([changed, inForce[1]])
    expect(ids(rulesTried(inForce, { rule: changed, place: 1 }))).toEqual(['arl_b', 'arl_a'])
  })

  test('are all others where all are sent', () => {
    expect(ids(rulesTried(inForce, { rules: [draft] }))).toEqual(['arl_tried_1'])
  })
})

describe('a trial', () => {
  const disks = [fires('Disk', 0, { labels: { host: 'a' } }), fires('Fan', 5, { labels: { host: 'b' } })]
  const log = [
    ...disks,
    ends('Disk', 300, { labels: { host: 'a' } }),
    fires('Fan', 600, { labels: { host: 'c' } }),
  ]
  const week = { from: start, to: at(7200), log, isComplete: true, silences: [], maintenances: [] }
  const quiet = route('arl_quiet', 'host', 'a', { opens: 'nothing' })

  test('counts what each rule catches and the incidents with and without it, with the ways of some', () => {
    const found = trial(week, setup(), [quiet])
    expect([found.alerts, found.before.incidents, found.after.incidents]).toEqual([3, 2, 1])
    expect(found.rules).toMatchObject([
      { id: 'arl_quiet', alerts: 1, alertsBefore: 0, examples: [{ title: 'Disk' }] },
    ])
    expect(found.rules[0]?.examples[0]?.way).toContainEqual(expect.objectContaining({ code: 'logged_only' }))
    expect([found.rest.alerts, found.rest.alertsBefore]).toEqual([2, 3])
  })

  test('of the rules in force is the same on both sides', () => {
    const found = trial(week, setup({ rules: [quiet] }), [quiet])
    expect(found.before).toEqual(found.after)
    expect(found.rules[0]).toMatchObject({ alerts: 1, alertsBefore: 1 })
  })

  test('counts what a rule that inhibits would hold', () => {
    const inhibit = z.parse(AlertRule, {
      ...{ id: 'arl_i', name: 'Host a is all', kind: 'inhibit' },
      cause: [{ label: 'host', op: 'is', value: 'a' }],
      symptom: [{ label: 'host', op: 'is', value: 'b' }],
    })
    const found = trial(week, setup(), [inhibit])
    expect(found.rules).toMatchObject([
      { id: 'arl_i', kind: 'inhibit', alerts: 1, examples: [{ title: 'Fan' }] },
    ])
  })

  test('shows ten examples of a rule at most', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      fires(`Disk ${index}`, index, { labels: { host: 'a' } }),
    )
    const found = trial({ ...week, log: many }, setup(), [quiet])
    expect([found.rules[0]?.alerts, found.rules[0]?.examples.length]).toEqual([30, 10])
  })

  test('of a silence that was in force leaves out what that held', () => {
    const silence = { id: 'sil_1', startsAt: start, endsAt: at(7200), matchers: [] }
    const found = trial({ ...week, silences: [silence] }, setup(), [quiet])
    expect(found.before.incidents).toBe(0)
  })
})
