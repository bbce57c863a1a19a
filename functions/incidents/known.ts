import * as z from 'zod/mini'
import { type Change, unchanged } from './change.ts'
import { type Incident, Title } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import { knownOf } from './me-too.ts'
import type { Mover } from './move.ts'
import { illegalMove } from './refusals.ts'

export const Publication = z.object({
  known: z.boolean(),
  /** What everybody reads of it; the incident's own title if nothing is said. */
  title: z.optional(Title),
})

/**
 * Shows an open incident to everybody as a known problem, or takes it off the list. Only its public title is shown.
 * @throws Refusal `illegal_move` when it is not open.
 */
export function publish(
  incident: Incident,
  { known, title = knownOf(incident)?.title ?? incident.title }: z.infer<typeof Publication>,
  { by, channel, now }: Pick<Mover, 'by' | 'channel' | 'now'>,
): Change {
  const was = knownOf(incident)
  if (known && !isOpen(incident.state)) throw illegalMove(incident.state, [])
  if (known ? was?.title === title : !was) return unchanged(incident)
  return {
    before: incident,
    after: {
      ...incident,
      slices: { ...incident.slices, known: known ? { title, at: was?.at ?? now } : undefined },
    },
    events: [
      {
        ...{ type: known ? 'incident.published' : 'incident.unpublished', at: now, by, channel },
        visibility: 'internal',
        ...(known && { after: { title } }),
      },
    ],
  }
}
