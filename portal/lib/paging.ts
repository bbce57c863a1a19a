import type { Incident } from './contract.ts'

/** As long as nobody touches an acknowledged incident, until the paging goes on. */
const silenceInMilliseconds = 30 * 60_000

/**
 * When the next page goes out if nothing happens; undefined when none waits. A touch does not move the timer of an
 * acknowledged incident: it is half an hour of silence that counts.
 */
export function pagingDueAt({
  escalation,
  timers,
}: Pick<Incident, 'timers'> & { escalation?: Omit<NonNullable<Incident['escalation']>, 'steps'> }):
  | string
  | undefined {
  if (!escalation || !timers) return undefined
  if (timers.escalation ?? !timers.resume) return timers.escalation
  const silentAt = escalation.touchedAt ? Date.parse(escalation.touchedAt) + silenceInMilliseconds : 0
  return new Date(Math.max(silentAt, Date.parse(timers.resume))).toISOString()
}

/** Until when an acknowledged incident pages nobody else, as long as nobody touches it. */
export const silentUntil = ({
  silentUntil: told,
  acknowledgedAt,
}: {
  silentUntil?: string
  acknowledgedAt?: string
}): string | undefined =>
  told ?? (acknowledgedAt && new Date(Date.parse(acknowledgedAt) + silenceInMilliseconds).toISOString())
