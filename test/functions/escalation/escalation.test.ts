import { describe, expect, test } from 'vitest'
import { followIncident } from '../../../functions/escalation/escalation.ts'
import { type Escalation, isPaging } from '../../../functions/escalation/slice.ts'
import { wakeEscalation } from '../../../functions/escalation/wake.ts'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import type { Change } from '../../../functions/incidents/change.ts'
import { comment } from '../../../functions/incidents/comment.ts'
import { edit } from '../../../functions/incidents/edit.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { move } from '../../../functions/incidents/move.ts'
import { ana, editor, incidentIn, now, requester, requesterAt, worker } from '../incidents/fixture.ts'

const team = (id: string, level: 'L1' | 'L2' | 'L3', ...members: string[]) => ({
  id,
  name: id,
  level,
  members: members.map((member) => ({ id: member, name: member })),
  leadIds: [],
})
const steps = [
  { delayMinutes: 5, targets: [{ kind: 'team' as const, id: 'l1' }], unless: 'acknowledged' as const },
  { delayMinutes: 10, targets: [{ kind: 'team' as const, id: 'l2' }], unless: 'acknowledged' as const },
  { delayMinutes: 15, targets: [{ kind: 'team' as const, id: 'l3' }], unless: 'acknowledged' as const },
]
const settings = {
  escalationPolicies: [
    { id: 'pol_major', name: 'Major', priorities: ['P1' as const, 'P2' as const], steps, repeats: 0 },
  ],
  teams: [team('l1', 'L1', 'ana', 'eva'), team('l2', 'L2', 'ben'), team('l3', 'L3', 'chen')],
  schedules: [],
  calendars: [],
  overrides: [],
}
const at = (time: string) => `2026-11-23T${time}.000Z`

const reported = (overrides: Partial<Incident> = {}): Incident => {
  const after = incidentIn('new', overrides)
  return followIncident({ after, events: [] }, { now, settings }).after
}
const followed = (change: Change, instant = now) => followIncident(change, { now: instant, settings }).after
const stateOf = (incident: Incident) => incident.slices.escalation as Escalation

/** Wakes again and again at one instant until nothing is due, as the wake task does. */
function wokenAt(incident: Incident, instant: string) {
  const sent: Record<string, unknown>[] = []
  let current = incident
  for (let change = wakeEscalation(current, instant, settings); change; ) {
    sent.push(...change.events.map(({ type, after }) => ({ type, ...after })))
    current = change.after
    change = wakeEscalation(current, instant, settings)
  }
  return { incident: current, sent }
}

describe('a new incident', () => {
  test('starts the policy of its priority, due after the first delay', () => {
    const incident = reported()
    expect(incident.timers).toEqual({ escalation: at('09:05:00') })
    expect(stateOf(incident)).toMatchObject({ policyId: 'pol_major', next: 0, status: 'running' })
  })

  test('without a policy for its priority pages nobody', () => {
    expect(reported({ priority: 'P4' }).timers).toEqual({})
  })

  test('pages L1 after 5 minutes, L2 after 10 more, L3 after 15 more, and then nobody', () => {
    let incident = reported()
    const seen: unknown[] = []
    for (const time of ['09:04:59', '09:05:00', '09:14:59', '09:15:00', '09:29:59', '09:30:00', '09:59:59']) {
      const woken = wokenAt(incident, at(time))
      incident = woken.incident
      seen.push([time, ...woken.sent.map(({ type, step, recipients }) => (step ? [step, recipients] : type))])
    }
    expect(seen).toEqual([
      ['09:04:59'],
      ['09:05:00', [1, ['ana', 'eva']]],
      ['09:14:59'],
      ['09:15:00', [2, ['ben']]],
      ['09:29:59'],
      ['09:30:00', [3, ['chen']]],
      ['09:59:59'],
    ])
    expect(wokenAt(incident, at('10:00:00')).sent).toEqual([
      { type: 'escalation.exhausted', policyId: 'pol_major', of: 3, round: 1 },
    ])
    const over = wokenAt(incident, at('10:00:00')).incident
    expect([stateOf(over).status, over.timers]).toEqual(['ended', {}])
  })

  test('a step says why', () => {
    const change = wakeEscalation(reported(), at('09:05:00'), settings)
    expect(change?.events[0]).toMatchObject({
      type: 'escalation.step',
      visibility: 'internal',
      reason: 'l1: step 1 of 3, not acknowledged',
    })
  })

  test('keeps the policy it started with', () => {
    const changed = { ...settings, escalationPolicies: [] }
    expect(wakeEscalation(reported(), at('09:05:00'), changed)?.events).toHaveLength(1)
  })

  test('a step that reaches nobody is passed over at once', () => {
    const empty = { ...settings, teams: [team('l1', 'L1'), team('l2', 'L2', 'ben')] }
    const events = wakeEscalation(reported(), at('09:05:00'), empty)?.events
    expect(events?.map(({ type, after }) => [type, after])).toMatchObject([
      ['escalation.skipped', { step: 1, cause: 'nobody_on_call', recipients: [] }],
      ['escalation.step', { step: 2, recipients: ['ben'], dueAt: at('09:05:00') }],
    ])
  })
})

describe('an acknowledgement', () => {
  const acknowledged = followed(
    acknowledge(reported(), { by: ana, channel: 'portal', now }, { paging: true }),
  )

  test('stops the paging, and it goes on after 30 minutes without an update', () => {
    expect(wokenAt(acknowledged, at('09:29:59')).sent).toEqual([])
    expect(wokenAt(acknowledged, at('09:30:00')).sent).toMatchObject([{ step: 1, why: 'no_update' }])
  })

  test('an update puts it off again without moving the timer; a word of the requester does not', () => {
    const later = at('09:20:00')
    const note = comment(acknowledged, { body: 'Looking', visibility: 'internal' }, { ...worker, now: later })
    const noted = followed(note, later)
    expect(noted.timers).toEqual({ resume: at('09:30:00') })
    const putOff = wakeEscalation(noted, at('09:30:00'), settings)
    expect(putOff).toMatchObject({ events: [], after: { timers: { resume: at('09:50:00') } } })
    expect(wokenAt(noted, at('09:49:59')).sent).toEqual([])
    expect(wokenAt(noted, at('09:50:00')).sent).toMatchObject([{ step: 1, why: 'no_update' }])

    const plea = comment(
      acknowledged,
      { body: 'Please!', visibility: 'public' },
      { ...requester, now: later },
    )
    expect(wokenAt(followed(plea, later), at('09:30:00')).sent).toMatchObject([{ step: 1 }])
  })

  test.each([
    ['resolved', { resolutionCode: 'fixed', notes: 'Restarted' }],
    ['canceled', {}],
    ['on_hold', { reason: 'awaiting_vendor' }],
  ] as const)('nothing is paged once it is %s', (to, more) => {
    const quiet = followed(move(acknowledged, { to, ...more }, worker))
    expect(quiet.timers).toEqual({})
    expect(wokenAt(quiet, at('23:00:00')).sent).toEqual([])
  })
})

describe('whoever works on an incident', () => {
  test('stops the paging also of what they reported themselves', () => {
    const own = reported({ requester: { id: 'ana', name: 'Ana', locale: 'en' } })
    const seen = followed(acknowledge(own, { by: ana, channel: 'portal', now }, { paging: true }))
    expect(seen.timers).toEqual({ resume: at('09:30:00') })
    expect(stateOf(seen).status).toBe('acknowledged')
  })

  test('is waited for again when the incident is reopened', () => {
    const seen = followed(acknowledge(reported(), { by: ana, channel: 'portal', now }, { paging: true }))
    const done = followed(move(seen, { to: 'resolved', resolutionCode: 'fixed', notes: 'Done' }, worker))
    const again = followed(move(done, { to: 'in_progress' }, requesterAt('resolved')), at('10:00:00'))
    expect(again.timers).toEqual({ resume: at('10:30:00') })
    expect(wokenAt(again, at('10:30:00')).sent).toMatchObject([{ step: 1, why: 'no_update' }])
  })

  test('is waited for when an acknowledged incident becomes one that is paged for', () => {
    const quiet = reported({ priority: 'P3', impact: 'low', acknowledgedAt: at('08:30:00') })
    const raised = followed(edit(quiet, { impact: 'high' }, editor))
    expect(raised.priority).toBe('P1')
    expect(raised.timers).toEqual({ resume: at('09:30:00') })
  })

  test('may acknowledge again what was paged to its last step', () => {
    const spent = wokenAt(reported({ acknowledgedAt: at('08:30:00') }), at('09:30:00')).incident
    const end = wokenAt(wokenAt(spent, at('10:00:00')).incident, at('10:30:00')).incident
    expect(stateOf(end).status).toBe('ended')
    expect(isPaging(end)).toBe(true)
  })
})

describe('after a standstill', () => {
  test('steps up to 60 minutes late are each sent', () => {
    expect(wokenAt(reported(), at('10:04:00')).sent.map(({ step, catchUp }) => [step, catchUp])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
    ])
  })

  test('older steps fold into one', () => {
    expect(wokenAt(reported(), at('12:00:00')).sent).toMatchObject([
      { step: 3, catchUp: true, foldedSteps: [1, 2, 3], recipients: ['chen'] },
    ])
  })

  test('of what folds, the furthest step that reaches somebody is the one that is sent', () => {
    const halfEmpty = {
      ...settings,
      teams: [team('l1', 'L1', 'ana'), team('l2', 'L2', 'ben'), team('l3', 'L3')],
    }
    const change = wakeEscalation(reported(), at('12:00:00'), halfEmpty)
    expect(change?.events[0]?.after).toMatchObject({ step: 2, recipients: ['ben'], foldedSteps: [1, 2, 3] })
    expect(change?.after.timers).toEqual({ resume: at('12:30:00') })
  })

  test('what is older folds, what is not is sent', () => {
    expect(wokenAt(reported(), at('10:16:00')).sent).toMatchObject([
      { step: 2, catchUp: true, foldedSteps: [1, 2] },
      { step: 3 },
    ])
  })

  test('nothing is sent for what is resolved', () => {
    const done = followed(
      move(reported(), { to: 'resolved', resolutionCode: 'fixed', notes: 'Done' }, worker),
    )
    expect(wokenAt(done, at('12:00:00')).sent).toEqual([])
  })
})
