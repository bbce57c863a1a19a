import fc from 'fast-check'
import type { Policy, Step, Target } from '../../../functions/escalation/policy.ts'
import { isPaging } from '../../../functions/escalation/slice.ts'
import { wakeEscalation } from '../../../functions/escalation/wake.ts'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import type { Change, NewEvent } from '../../../functions/incidents/change.ts'
import { comment } from '../../../functions/incidents/comment.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { isOpen, moves, type State } from '../../../functions/incidents/lifecycle.ts'
import { move } from '../../../functions/incidents/move.ts'
import { after, minutes } from '../../../functions/runtime/instant.ts'
import { ana, riley } from '../incidents/fixture.ts'
import { at, paged, policyOf, settings } from './fixture.ts'

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom('l1', 'l2', 'nobody').map((id): Target => ({ kind: 'team', id })),
  fc.constantFrom<Target>(
    { kind: 'manager' },
    { kind: 'schedule', id: 'sch', which: 'now' },
    { kind: 'person', id: 'eva' },
  ),
)
const when: fc.Arbitrary<Step['when']> = fc.constantFrom<Step['when']>(
  undefined,
  undefined,
  { calendar: { id: 'cal', is: 'open' } },
  { calendar: { id: 'cal', is: 'closed' } },
  { weekdays: { zone: 'UTC', days: ['tue'] } },
)
const step: fc.Arbitrary<Step> = fc.record({
  delayMinutes: fc.constantFrom(0, 1, 5, 10, 25, 45),
  targets: fc.array(target, { minLength: 1, maxLength: 2 }),
  unless: fc.constantFrom('acknowledged', 'acknowledged', 'resolved'),
  when,
})
export const policies: fc.Arbitrary<Policy> = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([steps, repeats]) => policyOf(steps, repeats))

/** What people and clocks do, each at a moment of its own, and what they decide on may be as old as the deed before. */
const kinds = ['acknowledge', 'touch', 'plead', 'wake', 'hold', 'go_on', 'resolve', 'reopen'] as const
export const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds, 'wake', 'wake', 'wake'),
    waits: fc.constantFrom(0, 0, 1, 4, 11, 29, 31, 61, 190),
    isRaced: fc.boolean(),
  }),
  { maxLength: 25 },
)
type Deed = { kind: (typeof kinds)[number]; waits: number; isRaced: boolean }

export type Timeline = { event: NewEvent; state: Incident['state']; wasAcknowledged: boolean }[]

/** Everything that happened, in the order in which it was stored, and how the incident stands at the end. */
export function played(policy: Policy, doings: readonly Deed[]) {
  const { followed, reported } = paged(policy)
  const start = at('15:00')
  let now = start
  let before = reported(now)
  let head = before
  const timeline: Timeline = []

  /** Decides on what was read, and again on what is there when somebody else was faster. */
  const settle = (decide: (incident: Incident) => Change | undefined, read: Incident): boolean => {
    let seen = read
    for (;;) {
      const change = decide(seen)
      if (seen !== head) {
        seen = head
        continue
      }
      if (!change) return false
      before = head
      head = followed(change, now)
      for (const event of change.events)
        timeline.push({ event, state: before.state, wasAcknowledged: before.acknowledgedAt !== undefined })
      return true
    }
  }
  const decisions: Record<Deed['kind'], (incident: Incident) => Change | undefined> = {
    wake: (incident) => wakeEscalation(incident, now, settings),
    acknowledge: (incident) =>
      isOpen(incident.state)
        ? acknowledge(incident, { by: ana, channel: 'mail', now }, { paging: isPaging(incident) })
        : undefined,
    touch: (incident) => noted(incident, ana, now),
    plead: (incident) => noted(incident, riley, now),
    hold: (incident) => moved(incident, 'on_hold', now),
    go_on: (incident) => (incident.state === 'on_hold' ? moved(incident, 'in_progress', now) : undefined),
    resolve: (incident) => moved(incident, 'resolved', now),
    reopen: (incident) => (incident.state === 'resolved' ? moved(incident, 'in_progress', now) : undefined),
  }
  for (const { kind, waits, isRaced } of doings) {
    now = after(now, minutes(waits))
    const rounds = kind === 'wake' ? 100 : 1
    for (let round = 0; round < rounds; round++) {
      if (!settle(decisions[kind], isRaced ? before : head)) break
    }
  }
  return { timeline, head, start, woken: () => wakeEscalation(head, now, settings) }
}

function noted(incident: Incident, by: typeof ana | typeof riley, now: string): Change | undefined {
  if (!isOpen(incident.state)) return undefined
  const side = by.as
  const how = { by, side, channel: 'portal' as const, now, legal: moves[incident.state] }
  return comment(incident, { body: 'A word', visibility: 'public' }, how)
}

function moved(incident: Incident, to: 'on_hold' | 'in_progress' | 'resolved', now: string) {
  const legal: readonly State[] = moves[incident.state]
  if (!legal.includes(to)) return undefined
  const more = {
    on_hold: { reason: 'awaiting_vendor' },
    in_progress: {},
    resolved: { resolutionCode: 'fixed', notes: 'Done' },
  } as const
  return move(incident, { to, ...more[to] }, { by: ana, side: 'worker', channel: 'portal', now, legal })
}
