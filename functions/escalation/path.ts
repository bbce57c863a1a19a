import { after, type Instant, minutes } from '../runtime/instant.ts'
import type { Whom } from './events.ts'
import { type Escalation, goesOn, placeOf, stepAt, unsent } from './slice.ts'

/** What a step comes to when it is due. */
export type Outcome =
  | { kind: 'reaches'; whom: Whom[] }
  | { kind: 'nobody_on_call' | 'condition'; whom: readonly [] }
export type Considered = { position: number; at: Instant; outcome: Outcome }

/** A step that is still to come, and the time after the one before, in milliseconds. */
type Coming = { position: number; wait: number }

/** Everything that is still to be sent. */
export const whole = (escalation: Escalation): Coming[] =>
  unsent(escalation).map((position) => ({ position, wait: waitFor(escalation, position) }))

/** What an acknowledgement does not stop, at the times at which it would have come without one. */
export function goingOn(escalation: Escalation): Coming[] {
  let wait = 0
  return whole(escalation).flatMap((coming) => {
    wait += coming.wait
    if (!goesOn(stepAt(escalation, coming.position))) return []
    const summed = { ...coming, wait }
    wait = 0
    return summed
  })
}

const waitFor = (escalation: Escalation, position: number): number =>
  minutes(stepAt(escalation, position).delayMinutes)

/**
 * The steps that are due by now, in order, and the first that is not. A delay counts from the last step that spoke, so
 * a step whose condition does not hold takes no time. Where a step has nobody on call, the next comes at once, until
 * somebody is reached or every step was asked.
 * @param start when the first of them is due, and whether those behind it are in a hurry
 */
export function* pathOf(
  escalation: Escalation,
  coming: readonly Coming[],
  start: { at: Instant; atOnce: boolean },
  { now, look }: { now: Instant; look: (position: number, at: Instant) => Outcome },
): Generator<Considered> {
  let { at, atOnce } = start
  let since = after(at, -(coming[0]?.wait ?? 0))
  let unanswered = 0
  let round = coming[0] && placeOf(escalation, coming[0].position).round
  for (const [index, { position, wait }] of coming.entries()) {
    if (unanswered >= escalation.steps.length) return
    const place = placeOf(escalation, position)
    if (place.round !== round) since = at
    round = place.round
    if (index > 0 && !atOnce) at = latest(at, after(since, wait))
    const outcome = look(position, at)
    yield { position, at, outcome }
    if (at > now) return
    if (outcome.kind === 'reaches') since = at
    atOnce = outcome.kind === 'nobody_on_call' || (atOnce && outcome.kind === 'condition')
    unanswered = atOnce ? unanswered + 1 : 0
  }
}

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other)
