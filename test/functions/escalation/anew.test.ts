import { describe, expect, test } from 'vitest'
import { followIncident } from '../../../functions/escalation/escalation.ts'
import { escalationOf } from '../../../functions/escalation/slice.ts'
import { nextStepAtOnce } from '../../../functions/escalation/undelivered.ts'
import { wakeEscalation } from '../../../functions/escalation/wake.ts'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import type { Change } from '../../../functions/incidents/change.ts'
import { edit } from '../../../functions/incidents/edit.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { move } from '../../../functions/incidents/move.ts'
import { ana, editor, incidentIn, requesterAt, worker } from '../incidents/fixture.ts'
import { at, settings as setUp, teamStep } from './fixture.ts'

const major = { id: 'pol_major', name: 'Major', repeats: 0, priorities: ['P1' as const] }
const minor = { id: 'pol_minor', name: 'Minor', repeats: 0, priorities: ['P3' as const] }
const settings = {
  ...setUp,
  escalationPolicies: [
    { ...major, steps: [teamStep(5, 'l1'), teamStep(10, 'l2')] },
    { ...minor, steps: [teamStep(5, 'l3')] },
  ],
}
const followed = (change: Change, time: string) => followIncident(change, { now: at(time), settings }).after

/** Wakes again and again at one instant until nothing is due, as the wake task does. */
function wokenAt(incident: Incident, time: string) {
  const sent: Record<string, unknown>[] = []
  let current = incident
  for (let change = wakeEscalation(current, at(time), settings); change; ) {
    sent.push(...change.events.map(({ type, after }) => ({ type, ...after })))
    current = followed(change, time)
    change = wakeEscalation(current, at(time), settings)
  }
  return { incident: current, sent }
}

const reported = (impact: 'low' | 'high') => {
  const incident = incidentIn('new', { priority: impact === 'low' ? 'P3' : 'P1', impact })
  return followed({ after: incident, events: [] }, '09:00')
}
const raised = (incident: Incident) => followed(edit(incident, { impact: 'high' }, editor), '10:00')
const acknowledged = (incident: Incident, time: string) => {
  const how = { by: ana, channel: 'portal', now: at(time) } as const
  return followed(acknowledge(incident, how, { paging: true }), time)
}
function reopened(incident: Incident) {
  const solution = { to: 'resolved', resolutionCode: 'fixed', notes: 'Done' } as const
  const resolved = followed(move(incident, solution, worker), '09:50')
  return followed(move(resolved, { to: 'in_progress' }, requesterAt('resolved')), '10:00')
}
const quiet = reported('low')
const spent = wokenAt(quiet, '09:05').incident
const ended = wokenAt(spent, '09:35').incident

describe('after everybody was paged', () => {
  test.each([
    ['nobody is left', ended],
    ['the last step still has its time', spent],
  ])('a priority that rises begins anew with the policy for it: %s', (_, incident) => {
    const again = raised(incident)
    expect(again).toMatchObject({ priority: 'P1' })
    expect(again.timers).toEqual({ escalation: at('10:05') })
    expect(escalationOf(again)).toMatchObject({ policyId: 'pol_major', run: 2, next: 0, status: 'running' })
    const first = wokenAt(again, '10:05')
    expect(first.sent).toMatchObject([
      { type: 'escalation.step', step: 1, of: 2, run: 2, recipients: ['ana', 'eva'] },
    ])
    const last = wokenAt(wokenAt(first.incident, '10:15').incident, '10:45')
    expect(last.sent).toMatchObject([{ type: 'escalation.exhausted', run: 2 }])
  })

  test('a priority that rises waits for silence where somebody has it, who stays known', () => {
    const forgotten = wokenAt(acknowledged(quiet, '09:01'), '09:31').incident
    const again = acknowledged(forgotten, '09:40')
    expect(again.timers).toEqual({})
    const later = raised(again)
    expect(later.timers).toEqual({ resume: at('10:30') })
    expect(escalationOf(later)).toMatchObject({ run: 2, again: { at: at('09:40'), by: { id: 'ana' } } })
  })

  test('a priority that falls, or that no policy is for, pages nobody', () => {
    const over = wokenAt(wokenAt(wokenAt(reported('high'), '09:05').incident, '09:15').incident, '09:45')
    const fallen = followed(edit(over.incident, { impact: 'low' }, editor), '10:00')
    expect([fallen.timers, escalationOf(fallen)?.run]).toEqual([{}, undefined])
    const none = { now: at('10:00'), settings: { escalationPolicies: [] } }
    expect(followIncident(edit(ended, { impact: 'high' }, editor), none).after.timers).toEqual({})
  })

  test('reopening begins anew, and goes on where steps are left', () => {
    expect(escalationOf(reopened(ended))).toMatchObject({ policyId: 'pol_minor', run: 2, next: 0 })
    expect(Object.values(reopened(ended).timers)).toHaveLength(1)
    expect(escalationOf(reopened(quiet))?.run).toBeUndefined()
  })

  test('a page of the run before does not hurry the new one', () => {
    const again = wokenAt(raised(ended), '10:05').incident
    const failures = [{ id: 'ana', channel: 'mail', note: 'bounced' }]
    const passedOn = (run?: number) =>
      nextStepAtOnce(again, { step: 1, round: 1, run }, failures, at('10:06'))
    expect(passedOn()).toBeUndefined()
    expect(passedOn(2)).toBeDefined()
  })
})
