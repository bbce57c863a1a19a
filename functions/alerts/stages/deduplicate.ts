import { after, minutes } from '../../runtime/instant.ts'
import type { Alert, Step } from '../alert.ts'
import type { Occurrence } from '../occurrence.ts'

/** What an occurrence means for an alert as it stands. */
export type News =
  | { kind: 'fires' | 'ends'; step: Step }
  /** Nothing changes but, perhaps, that it was said later than was known. */
  | { kind: 'repeats'; isLater: boolean }
  | { kind: 'outdated' }

type Said = Pick<Occurrence, 'status' | 'startsAt' | 'saidAt' | 'receivedAt' | 'restates'>
type Known = Pick<Alert, 'status' | 'startsAt' | 'saidAt' | 'receivedAt'>

/** So long after its end was heard, a source that still says that the same thing fires is believed. */
export const believedAfter = minutes(5)

/**
 * Tells what is new from what is said again or comes late. Instants of the source are compared with each other only,
 * so that a clock that is wrong, or a message that was delivered twice or out of order, changes nothing. Of a source that
 * tells none the order counts in which it was heard.
 */
export function deduplicate(said: Said, alert: Known | undefined): News {
  if (!alert) return said.status === 'firing' ? fires('new') : ends('resolved_unseen')
  if (said.status === alert.status) return { kind: 'repeats', isLater: saysLater(said, alert) }
  if (said.status === 'resolved') return isOldEnd(said, alert) ? { kind: 'outdated' } : ends('resolved')
  return isOldBeginning(said, alert) ? { kind: 'outdated' } : fires('fires_again')
}

const fires = (code: Step['code']): News => ({
  kind: 'fires',
  step: { stage: 'deduplicate', verdict: 'passes', code },
})
const ends = (code: Step['code']): News => ({
  kind: 'ends',
  step: { stage: 'deduplicate', verdict: 'stops', code },
})

const wasHeardBefore = ({ receivedAt }: Said, alert: Known): boolean =>
  alert.receivedAt !== undefined && receivedAt < alert.receivedAt

/**
 * Whether an end is that of an earlier time. An alert may turn out to have begun before it was thought to, so its end is
 * judged by when it came and not by the beginning that is named with it.
 */
function isOldEnd(said: Said, alert: Known): boolean {
  const { startsAt, saidAt } = said
  if (saidAt !== undefined && alert.startsAt !== undefined)
    return saidAt < alert.startsAt || (startsAt === alert.startsAt && wasHeardBefore(said, alert))
  if (saidAt !== undefined && alert.saidAt !== undefined) return saidAt < alert.saidAt
  if (startsAt !== undefined && alert.startsAt !== undefined) return startsAt < alert.startsAt
  return wasHeardBefore(said, alert)
}

/**
 * Whether what fires began before the end that is known, so that it comes late. A source that says its state again and
 * again may have ended it only because it heard nothing for a while: what it still says after a time is true.
 */
function isOldBeginning(said: Said, alert: Known): boolean {
  const began = said.startsAt ?? said.saidAt
  const ended = alert.saidAt ?? alert.startsAt
  if (began === undefined || ended === undefined) return wasHeardBefore(said, alert)
  if (began > ended) return false
  const isInsisted =
    said.restates === true &&
    alert.receivedAt !== undefined &&
    said.receivedAt > after(alert.receivedAt, believedAfter)
  return !isInsisted
}

const isLater = (instant: string | undefined, before: string | undefined): boolean =>
  instant !== undefined && before !== undefined && instant > before

/**
 * Whether what is said again is of a later beginning, or a later end. It has to be remembered: what was said before it,
 * and comes after it, would else look new. Of something that goes on firing since the same instant it need not be.
 */
const saysLater = ({ status, startsAt, saidAt }: Said, alert: Known): boolean =>
  isLater(startsAt, alert.startsAt) ||
  ((status === 'resolved' || startsAt === undefined) && isLater(saidAt, alert.saidAt))
