import type { Alert, Step } from '../alert.ts'
import type { Occurrence } from '../occurrence.ts'

/** What an occurrence means for an alert as it stands. */
export type News =
  | { kind: 'fires' | 'ends'; step: Step }
  /** Nothing changes but, perhaps, that it was said later than was known. */
  | { kind: 'repeats'; isLater: boolean }
  | { kind: 'outdated' }

/**
 * Tells what is new from what is said again or comes late. Instants of the source are compared with each other only,
 * so that a clock that is wrong, or a message that was delivered twice or out of order, changes nothing.
 */
export function deduplicate(
  occurrence: Pick<Occurrence, 'status' | 'startsAt' | 'saidAt'>,
  alert: Pick<Alert, 'status' | 'startsAt' | 'saidAt'> | undefined,
): News {
  if (!alert) {
    return occurrence.status === 'firing'
      ? fires('new')
      : { kind: 'ends', step: { stage: 'deduplicate', verdict: 'stops', code: 'resolved_unseen' } }
  }
  if (isOutdated(occurrence, alert)) return { kind: 'outdated' }
  if (occurrence.status === alert.status) return { kind: 'repeats', isLater: saysLater(occurrence, alert) }
  return occurrence.status === 'firing'
    ? fires('fires_again')
    : { kind: 'ends', step: { stage: 'deduplicate', verdict: 'stops', code: 'resolved' } }
}

const fires = (code: Step['code']): News => ({
  kind: 'fires',
  step: { stage: 'deduplicate', verdict: 'passes', code },
})

/** Whether the source has said something later already, of this or of a later beginning. */
function isOutdated(
  { status, startsAt, saidAt }: Pick<Occurrence, 'status' | 'startsAt' | 'saidAt'>,
  alert: Pick<Alert, 'status' | 'startsAt' | 'saidAt'>,
): boolean {
  if (startsAt && alert.startsAt && startsAt < alert.startsAt) return true
  if (saidAt && alert.saidAt && saidAt < alert.saidAt) return true
  const isSameBeginning = startsAt !== undefined && startsAt === alert.startsAt
  return (
    status === 'firing' && alert.status === 'resolved' && isSameBeginning && !isLater(saidAt, alert.saidAt)
  )
}

const isLater = (saidAt: string | undefined, before: string | undefined): boolean =>
  saidAt !== undefined && before !== undefined && saidAt > before

/**
 * Whether what is said again is of a later beginning, or a later end. It has to be remembered: what was said before it,
 * and comes after it, would else look new. Of something that goes on firing since the same instant it need not be.
 */
const saysLater = (
  { status, startsAt, saidAt }: Pick<Occurrence, 'status' | 'startsAt' | 'saidAt'>,
  alert: Pick<Alert, 'startsAt' | 'saidAt'>,
): boolean =>
  isLater(startsAt, alert.startsAt) ||
  ((status === 'resolved' || startsAt === undefined) && isLater(saidAt, alert.saidAt))
