import { describe, expect, test } from 'vitest'
import { StepSent, StepSkipped, StepUndelivered } from '../../../functions/escalation/events.ts'
import type { Policy } from '../../../functions/escalation/policy.ts'
import { escalationOf } from '../../../functions/escalation/slice.ts'
import { nextStepAtOnce } from '../../../functions/escalation/undelivered.ts'
import type { WakeSettings } from '../../../functions/escalation/wake.ts'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import type { NewEvent } from '../../../functions/incidents/change.ts'
import { ana, incidentIn } from '../incidents/fixture.ts'
import { at, paged, policyOf, settings, step, teamStep } from './fixture.ts'

/** `09:05 1 ana eva`: when, which step, and whom it reaches or why nobody. */
const said = ({ type, at, after }: NewEvent) => {
  if (type === 'escalation.exhausted') return `${at.slice(11, 16)} exhausted`
  const { step, round, recipients } = StepSent.parse(after)
  const whom = type === 'escalation.step' ? recipients.join(' ') : StepSkipped.parse(after).cause
  return `${at.slice(11, 16)} ${round > 1 ? `${round}.` : ''}${step} ${whom}`
}

/** What is sent from one due instant to the next, until nothing is due any more. */
function course(policy: Policy, from = at('09:00'), more: Partial<WakeSettings> = {}) {
  const { reported, wokenAt } = paged(policy, more)
  let incident = reported(from)
  const events: NewEvent[] = []
  for (;;) {
    const due = incident.timers.escalation ?? incident.timers.resume
    if (!due) return events.map(said)
    const woken = wokenAt(incident, due)
    incident = woken.incident
    events.push(...woken.events)
  }
}

const onCall = (which: 'now' | 'next' = 'now') => [{ kind: 'schedule' as const, id: 'sch', which }]
const byDay = { calendar: { id: 'cal', is: 'open' as const } }
const byNight = { calendar: { id: 'cal', is: 'closed' as const } }

describe('whom a step reaches', () => {
  test('are the members of a team, a person, who is on call, and who leads the incident’s team, each once', () => {
    const everyone = step(5, [
      { kind: 'person', id: 'eva' },
      { kind: 'team', id: 'l1' },
      ...onCall(),
      { kind: 'manager' },
    ])
    expect(course(policyOf([everyone]))[0]).toBe('09:05 1 eva ana chen dana')
  })

  test('is who stands in for whoever is on call', () => {
    const ben = { id: 'ben', name: 'Ben' }
    const override = {
      ...{ id: 'ovr_1', scheduleId: 'sch', person: ben, by: ben, createdAt: at('08:00') },
      ...{ from: at('09:00'), to: at('10:00') },
    }
    expect(course(policyOf([step(5, onCall())]), at('09:00'), { overrides: [override] })[0]).toBe(
      '09:05 1 ben',
    )
    expect(course(policyOf([step(5, onCall('next'))]), at('09:00'), { overrides: [override] })[0]).toBe(
      '09:05 1 chen',
    )
  })

  test('is the only person on call also as the next', () => {
    expect(course(policyOf([step(5, onCall('next'))]))[0]).toBe('09:05 1 chen')
    const [layer] = settings.schedules[0]?.layers ?? []
    if (!layer) throw new Error('There is no layer.')
    const forGood = [{ id: 'sch', name: 'Database', zone: 'UTC', layers: [{ ...layer, restrictions: [] }] }]
    expect(course(policyOf([step(5, onCall('next'))]), at('09:00'), { schedules: forGood })[0]).toBe(
      '09:05 1 chen',
    )
  })
})

describe('a step', () => {
  test('with nobody on call gives way at once, and the delay after it counts from there', () => {
    expect(
      course(
        policyOf([teamStep(5, 'l1'), step(10, onCall()), teamStep(30, 'l2'), teamStep(5, 'l3')]),
        at('21:00'),
      ),
    ).toEqual(['21:05 1 ana eva', '21:15 2 nobody_on_call', '21:15 3 ben', '21:20 4 chen', '21:50 exhausted'])
  })

  test.each([
    ['09:00', ['09:10 1 ana eva', '09:20 2 condition', '09:25 3 ben', '09:55 exhausted']],
    ['18:00', ['18:10 1 condition', '18:10 2 chen', '18:25 3 ben', '18:55 exhausted']],
  ])('whose condition does not hold takes no time: reported at %s', (from, expected) => {
    const policy = policyOf([
      teamStep(10, 'l1', { when: byDay }),
      step(10, onCall(), { when: byNight }),
      teamStep(15, 'l2'),
    ])
    expect(course(policy, at(from))).toEqual(expected)
  })

  test('of some weekdays speaks on those of its zone', () => {
    const sydney = { weekdays: { zone: 'Australia/Sydney', days: ['tue' as const] } }
    const policy = policyOf([teamStep(5, 'l1', { when: sydney })])
    expect(course(policy, at('12:00'))[0]).toBe('12:05 1 condition')
    expect(course(policy, at('14:00'))[0]).toBe('14:05 1 ana eva')
  })

  test('whose calendar is gone speaks', () => {
    expect(course(policyOf([teamStep(5, 'l1', { when: byDay })]), at('03:00'), { calendars: [] })[0]).toBe(
      '03:05 1 ana eva',
    )
  })
})

describe('a policy', () => {
  test('comes again as often as it says', () => {
    expect(course(policyOf([teamStep(5, 'l1'), teamStep(10, 'l2')], 1))).toEqual([
      '09:05 1 ana eva',
      '09:15 2 ben',
      '09:20 2.1 ana eva',
      '09:30 2.2 ben',
      '10:00 exhausted',
    ])
  })

  test('that reaches nobody ends at once, however often it would come again', () => {
    expect(course(policyOf([teamStep(5, 'nobody'), teamStep(5, 'nobody')], 9))).toEqual([
      '09:05 1 nobody_on_call',
      '09:05 2 nobody_on_call',
      '09:05 exhausted',
    ])
  })

  test('that started before steps knew rounds and conditions goes on', () => {
    const steps = policyOf([teamStep(5, 'l1'), teamStep(10, 'l2')]).steps.map(({ unless, ...old }) => old)
    const old = incidentIn('new', {
      timers: { escalation: at('09:15') },
      slices: { escalation: { policyId: 'pol', steps, next: 1, status: 'running' } },
    })
    const { wokenAt } = paged(policyOf([]))
    const { incident, events } = wokenAt(old, at('09:15'))
    expect(events.map(said)).toEqual(['09:15 2 ben'])
    expect(wokenAt(incident, at('09:45')).events.map(said)).toEqual(['09:45 exhausted'])
  })
})

describe('a step that only a resolution stops', () => {
  const policy = policyOf([
    teamStep(5, 'l1'),
    teamStep(10, 'l2'),
    step(30, [{ kind: 'manager' }], { unless: 'resolved' }),
  ])
  const { followed, reported, wokenAt } = paged(policy)
  const acknowledged = followed(
    acknowledge(reported(at('09:00')), { by: ana, channel: 'mail', now: at('09:01') }, { paging: true }),
    at('09:01'),
  )

  test('keeps its time after an acknowledgement, and the silence its own', () => {
    expect(wokenAt(acknowledged, at('09:30')).events).toEqual([])
    const resumed = wokenAt(acknowledged, at('09:31'))
    expect(resumed.events.map(said)).toEqual(['09:31 1 ana eva'])
    const worked = {
      ...acknowledged,
      slices: { escalation: { ...Object(acknowledged.slices.escalation), touchedAt: at('09:40') } },
    }
    const { events, incident } = wokenAt(worked, at('09:45'))
    expect(events.map(said)).toEqual(['09:45 3 dana'])
    expect(events[0]?.after).toMatchObject({ why: 'not_resolved' })
    expect(escalationOf(incident)).toMatchObject({ status: 'acknowledged', next: 0, ahead: 2 })
    expect(wokenAt(incident, at('10:10')).events.map(said)).toEqual(['10:10 1 ana eva'])
  })
})

describe('a step that only a resolution stops, and that arrived nowhere', () => {
  const manager = step(30, [{ kind: 'manager' }], { unless: 'resolved' })
  const { followed, reported, wokenAt } = paged(
    policyOf([teamStep(5, 'l1', { unless: 'resolved' }), teamStep(10, 'l2'), manager]),
  )
  const failures = [{ id: 'ana', channel: 'mail', note: 'bounced' }]
  const first = wokenAt(reported(at('09:00')), at('09:05')).incident
  const taken = followed(
    acknowledge(first, { by: ana, channel: 'mail', now: at('09:06') }, { paging: true }),
    at('09:06'),
  )

  test('brings the next such step at once also after an acknowledgement, and leaves the silence its time', () => {
    expect(taken.timers).toEqual({ escalation: at('09:45'), resume: at('09:36') })
    const change = nextStepAtOnce(taken, { step: 1, round: 1 }, failures, at('09:07'))
    expect(change?.events).toMatchObject([{ type: 'escalation.undelivered', after: { step: 1, failures } }])
    const hurried = followed(change ?? { after: taken, events: [] }, at('09:07'))
    expect(hurried.timers).toEqual({ escalation: at('09:07'), resume: at('09:36') })
    const { incident, events } = wokenAt(hurried, at('09:07'))
    expect(events.map(said)).toEqual(['09:07 3 dana'])
    expect(escalationOf(incident)).toMatchObject({ status: 'acknowledged' })
    expect(incident.timers).toEqual({ resume: at('09:36') })
  })

  test('changes nothing after an acknowledgement when no such step is left', () => {
    const last = wokenAt(taken, at('09:45')).incident
    const quiet = { ...last, timers: { resume: at('10:00') } }
    expect(nextStepAtOnce(quiet, { step: 3, round: 1 }, failures, at('09:46'))).toBeUndefined()
  })
})

describe('a step that arrived nowhere', () => {
  const { followed, reported, wokenAt } = paged(policyOf([teamStep(5, 'l1'), teamStep(30, 'l2')]))
  const first = wokenAt(reported(at('09:00')), at('09:05')).incident
  const failures = [{ id: 'ana', channel: 'mail', note: 'bounced' }]
  const place = { step: 1, round: 1 }

  test('brings the next one at once, and says so', () => {
    const change = nextStepAtOnce(first, place, failures, at('09:07'))
    expect(change?.events[0]?.type).toBe('escalation.undelivered')
    expect(StepUndelivered.parse(change?.events[0]?.after)).toEqual({ ...place, failures })
    const { events } = wokenAt(change ? followed(change, at('09:07')) : first, at('09:07'))
    expect(events.map(said)).toEqual(['09:07 2 ben'])
    expect(events[0]?.after).toMatchObject({ why: 'undelivered' })
  })

  test('of the last one says that nobody is left', () => {
    const last = wokenAt(first, at('09:35')).incident
    const change = nextStepAtOnce(last, { step: 2, round: 1 }, failures, at('09:36'))
    expect(wokenAt(change?.after ?? last, at('09:36')).events.map(said)).toEqual(['09:36 exhausted'])
  })

  test('changes nothing when it is said twice, too late, or somebody has it', () => {
    const once = nextStepAtOnce(first, place, failures, at('09:07'))?.after ?? first
    expect(nextStepAtOnce(once, place, failures, at('09:07'))).toBeUndefined()
    const later = wokenAt(first, at('09:35')).incident
    expect(nextStepAtOnce(later, place, failures, at('09:36'))).toBeUndefined()
    const now = at('09:06')
    const seen = followed(acknowledge(first, { by: ana, channel: 'mail', now }, { paging: true }), now)
    expect(nextStepAtOnce(seen, place, failures, at('09:07'))).toBeUndefined()
  })
})
