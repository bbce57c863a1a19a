import { after, type Instant } from '../runtime/instant.ts'
import { type Alert, alertId } from './alert.ts'
import { seenEvery } from './decide.ts'
import type { Occurrence } from './occurrence.ts'

type Beginning = Pick<Alert, 'startsAt' | 'saidAt' | 'severity'> & { until: Instant }

/** What this container took a moment ago. */
export type Recent = ReturnType<typeof openRecent>

const keyOf = ({ startsAt, saidAt, severity }: Pick<Alert, 'startsAt' | 'saidAt' | 'severity'>) =>
  `${startsAt} ${saidAt} ${severity}`

/**
 * Remembers the beginnings of alerts that were taken and stored, so that what only repeats them is not even read. That is
 * safe whatever others did since: a beginning that was taken once is never news again, because what is stored only goes
 * on from it. Of a source that does not say since when something fires nothing is remembered: there it may be.
 * @param most how many are remembered; the longest known are forgotten first.
 */
export function openRecent(most: number) {
  const known = new Map<string, Beginning>()

  return {
    /** Whether it repeats what was taken so short a time ago that it need not be noted either. */
    repeats(occurrence: Occurrence, now: Instant): boolean {
      if (occurrence.status !== 'firing' || occurrence.startsAt === undefined) return false
      const found = known.get(alertId(occurrence))
      return found !== undefined && now < found.until && keyOf(found) === keyOf(occurrence)
    },

    /** @param alert how it is stored now */
    took(occurrence: Occurrence, alert: Pick<Alert, 'lastSeenAt'> | undefined): void {
      if (occurrence.status !== 'firing' || occurrence.startsAt === undefined || !alert) return
      const id = alertId(occurrence)
      const { startsAt, saidAt, severity } = occurrence
      known.delete(id)
      known.set(id, { startsAt, saidAt, severity, until: after(alert.lastSeenAt, seenEvery) })
      if (known.size > most) for (const oldest of known.keys()) return void known.delete(oldest)
    },
  }
}
