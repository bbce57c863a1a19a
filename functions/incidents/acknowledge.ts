import type { Change } from './change.ts'
import type { Incident } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import { type Mover, responded } from './move.ts'
import { illegalMove } from './refusals.ts'

/**
 * Says "I have seen it": stops the paging, and does not change the state.
 * Acknowledging again is noted only while somebody is being paged (again). @throws Refusal `illegal_move` when the incident is not open.
 */
export function acknowledge(
  incident: Incident,
  { by, channel, now }: Omit<Mover, 'side' | 'legal'>,
  { paging }: { paging: boolean },
): Change {
  if (!isOpen(incident.state)) throw illegalMove(incident.state, [])
  if (incident.acknowledgedAt && !paging) return { before: incident, after: incident, events: [] }
  return {
    before: incident,
    after: { ...incident, ...responded(incident, by, now), updatedAt: now },
    events: [
      {
        type: 'incident.acknowledged',
        at: now,
        by,
        channel,
        visibility: 'public',
        after: { acknowledgedAt: now },
      },
    ],
  }
}
