import { after, days, type Instant } from '../runtime/instant.ts'
import { type Change, type Follower, system, withTimer } from './change.ts'
import type { Incident } from './incident.ts'
import { move, systemMover } from './move.ts'

type Closing = { autoCloseDays: number; reminderDays: number }
export type ClosingSettings = { closing: Closing }

/** What is resolved closes by itself, counted from the resolution; whoever reported it is reminded before. */
export const followIncident: Follower<ClosingSettings> = (change, { settings: { closing } }) => {
  const { before, after: incident } = change
  if (incident.state === before?.state) return change
  const resolvedAt = incident.state === 'resolved' ? incident.resolvedAt : undefined
  const reminds = closing.reminderDays < closing.autoCloseDays
  return {
    ...change,
    after: withTimer(
      withTimer(incident, 'close', resolvedAt && after(resolvedAt, days(closing.autoCloseDays))),
      'close_reminder',
      resolvedAt && reminds ? after(resolvedAt, days(closing.reminderDays)) : undefined,
    ),
  }
}

/** Nobody said that it is not solved: that is the end of it. */
export function wakeClose(incident: Incident, now: Instant): Change | undefined {
  if (!isDue(incident, 'close', now)) return undefined
  return move(incident, { to: 'closed', reason: 'auto_close' }, systemMover(incident, now))
}

/** Says until when it can be reopened; the mail follows from the event. */
export function wakeCloseReminder(incident: Incident, now: Instant): Change | undefined {
  if (!isDue(incident, 'close_reminder', now)) return undefined
  const closesAt = incident.timers.close
  // After a standstill both are due at once: a reminder of what is about to be over helps nobody.
  const isLate = closesAt !== undefined && closesAt <= now
  return {
    before: incident,
    after: withTimer(incident, 'close_reminder', undefined),
    events: isLate
      ? []
      : [
          {
            type: 'incident.close_reminded',
            at: now,
            by: system,
            channel: 'system',
            visibility: 'public',
            after: { closesAt },
          },
        ],
  }
}

function isDue(incident: Incident, kind: string, now: Instant): boolean {
  const dueAt = incident.timers[kind]
  return incident.state === 'resolved' && dueAt !== undefined && dueAt <= now
}
