import { withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Step } from './policy.ts'

/** A step as an incident keeps it. What says nothing unusual is left out: heads stay small. */
export type KeptStep = Omit<Step, 'unless'> & Partial<Pick<Step, 'unless'>>

/**
 * How far the paging has come. The steps are a copy: a running escalation keeps the policy it started with.
 * A *position* counts the steps of all rounds, from 0.
 */
export type Escalation = {
  policyId: string
  steps: KeptStep[]
  /** How often all steps come again after the last one; never, if it is not there. */
  repeats?: number
  /** How often the paging began anew, after everybody was paged; counts from 1, the first if it is not there. */
  run?: number
  /** The index of the first step not yet sent, in its round; the number of steps when all are sent. */
  next: number
  /** Counts from 1; the first, if it is not there. */
  round?: number
  /** `running` until the last step had its time, too. */
  status: 'running' | 'acknowledged' | 'ended'
  /** When somebody was last at work, while it is acknowledged. */
  touchedAt?: Instant
  /** Who acknowledged last, when that was not the first time. */
  again?: { at: Instant; by: { id: string; name: string } }
  /** The position up to which steps went out that an acknowledgement does not stop, beyond `next`. */
  ahead?: number
  /** The position that was sent last. */
  last?: number
  /** What was sent last arrived nowhere. */
  undelivered?: true
}

export const escalationOf = (incident: Incident) => incident.slices.escalation as Escalation | undefined

/** Who has it, and since when: after the paging went on, who acknowledged then. */
export function acknowledgementOf(incident: Incident) {
  const again = escalationOf(incident)?.again
  return again
    ? { acknowledgedAt: again.at, acknowledgedBy: again.by }
    : { acknowledgedAt: incident.acknowledgedAt, acknowledgedBy: incident.acknowledgedBy }
}

/** Whether somebody has been paged, or is about to be, since the last acknowledgement. */
export const isPaging = (incident: Incident): boolean => {
  const escalation = escalationOf(incident)
  return escalation !== undefined && isOpen(incident.state) && escalation.status !== 'acknowledged'
}

/** A step is worth an execution of its own; the resumption, half an hour on, is served by the sweeper. */
type Due = { step?: Instant; resume?: Instant }

export const withEscalation = (
  incident: Incident,
  escalation: Escalation,
  { step, resume }: Due,
): Incident => {
  const stepped = withTimer({ ...incident, slices: { ...incident.slices, escalation } }, 'escalation', step)
  return withTimer(stepped, 'resume', resume)
}

export const runOf = ({ run = 1 }: { run?: number }): number => run

const positionOf = (
  { steps }: Pick<Escalation, 'steps'>,
  { index, round = 1 }: { index: number; round?: number },
): number => (round - 1) * steps.length + index

const nextPosition = (escalation: Escalation): number =>
  positionOf(escalation, { index: escalation.next, round: escalation.round })

/** How many positions there are; the first that is none. */
export const positionsOf = ({ steps, repeats = 0 }: Escalation): number => steps.length * (repeats + 1)

/** Where a position is; the one after all of them is after the last step of the last round. */
export function placeOf(escalation: Escalation, position: number): { index: number; round: number } {
  const { steps, repeats = 0 } = escalation
  if (position >= positionsOf(escalation)) return { index: steps.length, round: repeats + 1 }
  return { index: position % steps.length, round: Math.floor(position / steps.length) + 1 }
}

export const stepAt = ({ steps }: Escalation, position: number): KeptStep => {
  const step = steps[position % steps.length]
  if (!step) throw new RangeError(`There is no step at ${position}.`)
  return step
}

export const goesOn = ({ unless }: KeptStep): boolean => unless === 'resolved'

/** The positions that are still to be sent, in order. */
export function unsent(escalation: Escalation): number[] {
  const first = nextPosition(escalation)
  const { ahead = -1 } = escalation
  return Array.from({ length: positionsOf(escalation) - first }, (_, offset) => first + offset).filter(
    (position) => position > ahead || !goesOn(stepAt(escalation, position)),
  )
}

/** The position that was sent last; -1 when none was. */
export const lastSent = (escalation: Escalation): number => escalation.last ?? nextPosition(escalation) - 1

/** The escalation with its marks moved on, as short as they can be said. */
export function advanced(
  escalation: Escalation,
  { next = nextPosition(escalation), ahead = escalation.ahead ?? -1, last }: Marks,
): Escalation {
  const { round: _, ahead: __, last: ___, ...rest } = escalation
  const at = (position: number): Escalation => {
    const { index, round } = placeOf(escalation, position)
    return { ...rest, next: index, ...(round > 1 && { round }) }
  }
  const [first = positionsOf(escalation)] = unsent({ ...at(next), ahead })
  return {
    ...at(first),
    ...(ahead > first && { ahead }),
    ...(last !== first - 1 && { last }),
  }
}
type Marks = { next?: number; ahead?: number; last: number }

type Sent = { step: number; round: number; run?: number }

/** Whether a step of the policy is the one that was sent last. */
export const isLastSent = (escalation: Escalation, { step, round, run = 1 }: Sent): boolean =>
  run === runOf(escalation) && lastSent(escalation) === positionOf(escalation, { index: step - 1, round })

/** Whether a later step went out after this one. */
export const isFollowed = (escalation: Escalation, { step, round, run = 1 }: Sent): boolean =>
  run < runOf(escalation)
    ? lastSent(escalation) >= 0
    : lastSent(escalation) > positionOf(escalation, { index: step - 1, round })
