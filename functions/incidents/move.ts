import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import { type Actor, type Change, type Channel, type NewEvent, system, withTimer } from './change.ts'
import { CommentBody, commonOf, holdReasons, type Incident, resolutionCodes } from './incident.ts'
import { moves, type Side, type State, states } from './lifecycle.ts'
import { illegalMove, missing } from './refusals.ts'

export const Move = z.object({
  to: z.enum(states),
  reason: z.optional(z.string().check(z.maxLength(500))),
  until: z.optional(
    z.pipe(
      z.iso.datetime(),
      z.transform((until) => new Date(until).toISOString()),
    ),
  ),
  resolutionCode: z.optional(z.enum(resolutionCodes)),
  notes: z.optional(CommentBody),
  comment: z.optional(CommentBody),
})
export type Move = z.infer<typeof Move>

/** Who acts, from which side, and which moves they may make as the incident stands. */
export type Mover = { by: Actor; side: Side; channel: Channel; now: Instant; legal: readonly State[] }

/** The product itself, which may make every move that there is. */
export const systemMover = ({ state }: Incident, now: Instant): Mover => ({
  by: system,
  side: 'worker',
  channel: 'system',
  now,
  legal: moves[state],
})

/**
 * Moves an incident from one state to another.
 * @throws Refusal `illegal_move` with the moves that are legal now, `incomplete` when the new state needs more.
 */
export function move(incident: Incident, input: Move, mover: Mover): Change {
  demandLegal(incident, input.to, mover.legal)

  const arrival = arrived(incident, input, mover)
  const after = withTimer(arrival, 'hold', arrival.state === 'on_hold' ? arrival.holdUntil : undefined)
  const isReopened = incident.state === 'resolved' && input.to === 'in_progress'
  return {
    before: incident,
    after,
    events: [
      {
        type: isReopened ? 'incident.reopened' : 'incident.moved',
        at: mover.now,
        by: mover.by,
        channel: mover.channel,
        visibility: 'public',
        text: after.state === 'resolved' ? input.notes : input.comment,
        reason: input.reason,
        before: { state: incident.state },
        after: {
          state: after.state,
          ...(after.state === 'on_hold' && { holdReason: after.holdReason, holdUntil: after.holdUntil }),
          ...(after.state === 'resolved' && { resolutionCode: after.resolution.code }),
          ...(!incident.acknowledgedAt && after.acknowledgedAt && { acknowledgedAt: after.acknowledgedAt }),
        },
      },
      ...(after.state === 'resolved' && input.comment ? [remark(input.comment, mover)] : []),
    ],
  }
}

/** @throws Refusal `illegal_move` with the moves that are legal now. */
export function demandLegal({ state }: Incident, to: State, legal: readonly State[]): void {
  if (!legal.includes(to)) throw illegalMove(state, legal)
}

/** The notes are the text of a resolution; what is said beside them is an entry of its own. */
const remark = (text: string, { now, by, channel }: Mover): NewEvent => ({
  type: 'incident.commented',
  at: now,
  by,
  channel,
  visibility: 'public',
  text,
})

function arrived(incident: Incident, input: Move, { now, side, by, legal }: Mover): Incident {
  const common = {
    ...commonOf(incident),
    updatedAt: now,
    ...(side === 'worker' && responded(incident, by, now)),
  }
  switch (input.to) {
    case 'in_progress':
      return {
        ...common,
        state: 'in_progress',
        ...(incident.state === 'resolved' && {
          reopenCount: incident.reopenCount + 1,
          reopened: { at: now, by: { id: by.id ?? '', name: by.name ?? '' } },
        }),
      }
    case 'on_hold':
      return { ...common, state: 'on_hold', ...holdOf(input, now) }
    case 'resolved':
      return { ...common, state: 'resolved', resolvedAt: now, resolution: resolutionOf(input) }
    case 'closed':
      if (incident.state !== 'resolved') throw illegalMove(incident.state, legal)
      return {
        ...common,
        state: 'closed',
        closedAt: now,
        resolvedAt: incident.resolvedAt,
        resolution: incident.resolution,
      }
    case 'canceled':
      return { ...common, state: 'canceled', closedAt: now, cancelReason: input.reason ?? 'no_longer_needed' }
    case 'new':
      throw illegalMove(incident.state, legal)
  }
}

/** Whoever works on an incident has seen it: the first step of a worker acknowledges it. */
export function responded(incident: Incident, { id, name }: Actor, now: Instant) {
  if (incident.acknowledgedAt || !id || !name) return {}
  return { acknowledgedAt: now, acknowledgedBy: { id, name } }
}

function holdOf({ reason, until, comment }: Move, now: Instant) {
  const holdReason = holdReasons.find((known) => known === reason)
  if (!holdReason) {
    throw missing(
      'reason',
      `Say what it waits for: ${holdReasons.join(', ')}.`,
      `Sagen Sie, worauf gewartet wird: ${holdReasons.join(', ')}.`,
    )
  }
  if (holdReason === 'awaiting_requester' && !comment) {
    throw missing(
      'comment',
      'Tell the requester what you need from them: a public comment.',
      'Sagen Sie der meldenden Person in einem öffentlichen Kommentar, was Sie von ihr brauchen.',
    )
  }
  if (until && until <= now) {
    throw missing(
      'until',
      'Choose an instant that is still to come.',
      'Wählen Sie einen Zeitpunkt in der Zukunft.',
    )
  }
  return { holdReason, holdUntil: until }
}

function resolutionOf({ resolutionCode, notes }: Move) {
  if (!resolutionCode) {
    throw missing(
      'resolutionCode',
      `Choose how it was resolved: ${resolutionCodes.join(', ')}.`,
      `Wählen Sie, wie es gelöst wurde: ${resolutionCodes.join(', ')}.`,
    )
  }
  if (!notes) {
    throw missing(
      'notes',
      'Write what solved it; the requester reads this.',
      'Schreiben Sie, was geholfen hat; die meldende Person liest das.',
    )
  }
  return { code: resolutionCode }
}
