import * as z from 'zod/mini'
import type { Change } from './change.ts'
import { CommentBody, commonOf, type Incident } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import { type Mover, responded } from './move.ts'
import { illegalMove } from './refusals.ts'

export const Comment = z.object({
  body: CommentBody,
  /** Whoever works on it says who may read; a requester's words are public. */
  visibility: z.optional(z.enum(['public', 'internal'])),
})
export type Comment = { body: string; visibility: 'public' | 'internal' }

/**
 * Adds what somebody says. A requester's answer to a question resumes the work; a worker's public answer is a
 * response, unless it is their own incident: then they speak as its requester.
 * @throws Refusal `illegal_move` once the incident is closed or canceled.
 */
export function comment(
  incident: Incident,
  { body, visibility }: Comment,
  { by, side, channel, now }: Omit<Mover, 'legal'>,
): Change {
  if (!isOpen(incident.state) && incident.state !== 'resolved') throw illegalMove(incident.state, [])
  const asRequester = side === 'requester' || by.id === incident.requester.id
  const answers =
    asRequester &&
    visibility === 'public' &&
    incident.state === 'on_hold' &&
    incident.holdReason === 'awaiting_requester'
  const responds = side === 'worker' && !asRequester && visibility === 'public'
  const response = responds ? responded(incident, by, now) : {}
  const { hold: _, ...timers } = incident.timers
  const after: Incident = answers
    ? { ...commonOf(incident), state: 'in_progress', timers, updatedAt: now }
    : { ...incident, ...response, ...(visibility === 'public' && { updatedAt: now }) }
  return {
    before: incident,
    after,
    events: [
      {
        type: 'incident.commented',
        at: now,
        by,
        channel,
        visibility,
        text: body,
        ...(answers && { before: { state: incident.state }, after: { state: 'in_progress' } }),
        ...('acknowledgedAt' in response && { after: { acknowledgedAt: now } }),
      },
    ],
  }
}
