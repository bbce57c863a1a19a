import { describe, expect, test } from 'vitest'
import { isArmed } from '../../../functions/clock/arm.ts'
import type { Policy } from '../../../functions/escalation/policy.ts'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import { nextDue } from '../../../functions/incidents/change.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { after, elapsed, minutes } from '../../../functions/runtime/instant.ts'
import { ana } from '../incidents/fixture.ts'
import { at, paged, policyOf, teamStep } from './fixture.ts'

/** One wait and one task: what an execution is charged for. */
const transitions = 2
type Execution = { startedAt: string; dueAt: string }

/**
 * Starts an execution wherever one would be: as a timer is set, and as it enters the hour; then lets everything happen
 * until nothing is due. The wait of a timer that was moved meanwhile still ends in its task.
 */
function watched(policy: Policy, acknowledgedAt?: string) {
  const { followed, reported, wokenAt } = paged(policy)
  const executions: Execution[] = []
  let incident = reported(at('09:00'))
  let steps = 0
  const arm = (now: string, before?: Incident) => {
    const due = nextDue(incident)
    if (!due || before?.timers[due.kind] === due.dueAt) return
    const wake = { subjectId: incident.id, generation: 1, ...due }
    const entersAt = after(due.dueAt, -minutes(60))
    const startedAt = isArmed(wake, now) ? now : entersAt
    if (isArmed(wake, startedAt)) executions.push({ startedAt, dueAt: due.dueAt })
  }
  arm(at('09:00'))
  for (let due = nextDue(incident); due; due = nextDue(incident)) {
    const before = incident
    const isSeen = acknowledgedAt && !incident.acknowledgedAt && acknowledgedAt < due.dueAt
    const now = isSeen ? acknowledgedAt : due.dueAt
    if (isSeen) {
      const how = { by: ana, channel: 'mail', now } as const
      incident = followed(acknowledge(incident, how, { paging: true }), now)
    } else {
      const woken = wokenAt(incident, now)
      incident = woken.incident
      steps += woken.events.filter(({ type }) => type === 'escalation.step').length
      if (incident.acknowledgedAt && woken.events.length > 0) break
    }
    arm(now, before)
  }
  return { executions, steps }
}

describe('the executions of an incident', () => {
  const policy = policyOf([teamStep(5, 'l1'), teamStep(10, 'l2'), teamStep(15, 'l3')])

  test('that is acknowledged in time take at most two transitions', () => {
    const { executions, steps } = watched(policy, at('09:03'))
    expect(steps).toBe(1)
    // The step after half an hour of silence is served by the sweeper and costs none.
    expect(executions.length * transitions).toBeLessThanOrEqual(2)
  })

  test('that nobody acknowledges take at most three for each step that is sent', () => {
    const { executions, steps } = watched(policy)
    expect(steps).toBe(3)
    expect((executions.length * transitions) / steps).toBeLessThanOrEqual(3)
  })

  test('wait for an hour at most, however far away the step is', () => {
    const slow = policyOf([teamStep(24 * 60, 'l1'), teamStep(90, 'l2'), teamStep(60, 'l3')])
    const { executions } = watched(slow)
    expect(executions).toHaveLength(3)
    for (const { startedAt, dueAt } of executions)
      expect(elapsed(startedAt, dueAt)).toBeLessThanOrEqual(minutes(60))
  })
})
