import type { Instant } from '../runtime/instant.ts'
import type { Change, NewEvent } from './change.ts'
import { type Incident, resolutionCodes } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import type { Link } from './link.ts'
import { move, systemMover } from './move.ts'

/** That a parent was resolved: when, how, and in which words. */
export type Resolved = Pick<NewEvent, 'at' | 'text' | 'after'>

/**
 * Resolves a child as its parent was, while the parent still is. A child that was linked or reopened since then is let
 * be, so that a second delivery of the same news undoes nobody's decision. The parent's number is for workers only.
 */
export function resolveWithParent(
  child: Incident,
  { parent, link, event, now }: { parent: Incident; link: Link; event: Resolved; now: Instant },
): Change | undefined {
  if (isOpen(parent.state) || parent.state === 'canceled') return undefined
  if (!isOpen(child.state) || link.at > event.at || (child.reopened && child.reopened.at >= event.at))
    return undefined
  const resolutionCode = resolutionCodes.find((code) => code === event.after?.resolutionCode)
  const mover = systemMover(child, now)
  const change = move(
    child,
    { to: 'resolved', resolutionCode, notes: event.text, reason: 'with_parent' },
    mover,
  )
  return {
    ...change,
    events: [
      ...change.events,
      {
        ...{ type: 'incident.resolved_with_parent', at: now, by: mover.by, channel: mover.channel },
        ...{ visibility: 'internal', after: { incidentId: parent.id } },
      },
    ],
  }
}
