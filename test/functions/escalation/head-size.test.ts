import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, test } from 'vitest'
import { followIncident } from '../../../functions/escalation/escalation.ts'
import type { Step, Target } from '../../../functions/escalation/policy.ts'
import { headItem } from '../../../functions/incidents/head-item.ts'
import { sha256 } from '../../../functions/runtime/hash.ts'
import { itemBytes } from '../../support/capacity.ts'
import { incidentIn, now } from '../incidents/fixture.ts'
import { policyOf, step } from './fixture.ts'

/** As unlike each other as the ids that set-ups are given, and no shorter. */
const idOf = (kind: string, name: number) => `${kind}_${sha256(`${kind}${name}`).toUpperCase().slice(0, 26)}`
const schedule = (name: number): Target => ({ kind: 'schedule', id: idOf('sch', name), which: 'now' })
const mixed = (name: number): Target =>
  [
    schedule(name),
    { kind: 'team' as const, id: idOf('team', name) },
    { kind: 'person' as const, id: idOf('per', name) },
  ][name % 3] ?? { kind: 'manager' }

/** Bytes of the head that runs these steps, as the table charges for it. */
function bytesOf(steps: Step[]) {
  const settings = { escalationPolicies: [policyOf(steps)] }
  const { after } = followIncident({ after: incidentIn('new'), events: [] }, { now, settings })
  return itemBytes(marshall(headItem(after), { removeUndefinedValues: true }))
}
const steps = (count: number, targetsOf: (index: number) => Target[]) =>
  Array.from({ length: count }, (_, index) => step(5 + index, targetsOf(index)))
const ten = (name: (place: number) => number) => Array.from({ length: 10 }, (_, place) => mixed(name(place)))

describe('a head with a copy of its policy', () => {
  // The ids of what is reached cannot be packed: each that occurs for the first time is some 20 bytes.
  test.each([
    ['3 steps for a schedule each', steps(3, (index) => [schedule(index)]), 1024],
    ['20 steps for a schedule each', steps(20, (index) => [schedule(index)]), 1024],
    [
      '20 steps for 10 targets each, of 12 that there are',
      steps(20, (index) => ten((place) => (index * 5 + place) % 12)),
      1024,
    ],
    [
      '20 steps for 10 targets each, all of them others',
      steps(20, (index) => ten((place) => index * 10 + place)),
      5 * 1024,
    ],
  ])('of %s has its limit', (_, policy, limit) => {
    expect(bytesOf(policy)).toBeLessThanOrEqual(limit)
  })
})
