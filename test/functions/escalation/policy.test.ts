import { describe, expect, test } from 'vitest'
import { type Policy, takenInstead } from '../../../functions/escalation/policy.ts'
import { policyOf, teamStep } from './fixture.ts'

const policy = (id: string, ...priorities: Policy['priorities']): Policy => ({
  ...policyOf([teamStep(5, 'l1')]),
  ...{ id, name: id, priorities },
})
const [urgent, all] = [policy('urgent', 'P1', 'P2'), policy('all', 'P1', 'P2', 'P3')]

describe('another policy is taken', () => {
  test('where it stands further up, not where it stands below', () => {
    expect(takenInstead([urgent, all], all, 'P1')).toBe(urgent)
    expect(takenInstead([urgent, all], urgent, 'P1')).toBeUndefined()
    expect(takenInstead([urgent, all], all, 'P3')).toBeUndefined()
  })

  test('than a new one, which goes to the end', () => {
    const draft = policy('pol_draft', 'P2', 'P4')
    expect(takenInstead([urgent, all], draft, 'P2')).toBe(urgent)
    expect(takenInstead([urgent, all], draft, 'P4')).toBeUndefined()
  })

  test('by what the draft says now, not by what is saved', () => {
    const narrowed = policy('urgent', 'P2')
    expect(takenInstead([urgent, all], narrowed, 'P1')).toBe(all)
    expect(takenInstead([urgent, all], policy('all', 'P4'), 'P4')).toBeUndefined()
  })

  test('but none where no other is for it', () => {
    expect(takenInstead([urgent], policy('new', 'P4'), 'P5')).toBeUndefined()
  })
})
