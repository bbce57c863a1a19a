import * as z from 'zod/mini'
import { Edit } from '../incidents/edit.ts'
import { numberPattern } from '../incidents/incident.ts'
import { Move } from '../incidents/move.ts'
import { after, type Instant, seconds } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Text } from '../runtime/text.ts'

const mostIncidents = 100

/** What many incidents can have done to them at once: what each has of its own is not among it. */
const SameForAll = z.pick(Edit, {
  impact: true,
  urgency: true,
  categoryId: true,
  serviceId: true,
  teamId: true,
  assigneeId: true,
  priority: true,
  priorityReason: true,
})
const Flat = z.extend(SameForAll, z.partial(Move).shape)

/** A move (`to` and what belongs to it, also as `move`) or an edit, never both: each incident changes in one step. */
export const BulkRequest = z.object({
  ids: z.array(z.string().check(z.regex(numberPattern))).check(z.minLength(1), z.maxLength(mostIncidents)),
  change: z.extend(Flat, { move: z.optional(Move) }),
})
export type BulkRequest = z.infer<typeof BulkRequest>
export type BulkChange = { move: z.infer<typeof Move> } | { edit: z.infer<typeof SameForAll> }

/** @throws Refusal `incomplete` when there is nothing to do, or two things at once. */
export function changeOf({ change }: BulkRequest): BulkChange {
  const { move, to, reason, until, resolutionCode, notes, comment, ...edit } = change
  const edits = Object.values(edit).some((value) => value !== undefined)
  const moving = move ?? (to && { to, reason, until, resolutionCode, notes, comment })
  if (Boolean(moving) === edits) throw unclear()
  return moving ? { move: moving } : { edit }
}

/** How long whoever asked can take it back. */
const undoTime = seconds(10)
/** How long whoever works on a job keeps it without a word; longer than a wake may run. */
const holdTime = seconds(30)
/** Incidents that are changed side by side, before progress is noted. */
export const step = 10
/** After as many attempts, what still fails by a fault of ours is given up and said so. */
export const mostTakes = 20

export type Failure = { id: string; title?: string; detail: Text }

/** The same change of many incidents, which waits a little before it starts. */
export type Job = {
  id: string
  state: 'waiting' | 'running' | 'done' | 'undone'
  by: { id: string; name: string }
  channel: 'portal' | 'api'
  ids: readonly string[]
  change: BulkChange
  requestedAt: Instant
  startsAt: Instant
  /** How many of `ids` were tried, in their order, and how many of these were changed. */
  tried: number
  done: number
  failed: readonly Failure[]
  takes: number
  /** Until when whoever works on it may still be at it. */
  heldUntil?: Instant
  /** Rises with every write: who holds another one has been overtaken. */
  generation: number
}

export const request = (
  input: BulkRequest,
  { id, now, by, channel }: Pick<Job, 'id' | 'by' | 'channel'> & { now: Instant },
): Job => ({
  ...{ id, by, channel, state: 'waiting', change: changeOf(input), ids: [...new Set(input.ids)] },
  ...{ requestedAt: now, startsAt: after(now, undoTime) },
  ...{ tried: 0, done: 0, failed: [], takes: 0, generation: 1 },
})

/** Takes it on, if it is due and nobody is at it. */
export function take(job: Job, now: Instant): Job | undefined {
  const isDue = job.state === 'waiting' ? job.startsAt <= now : job.state === 'running' && isLetGo(job, now)
  if (!isDue) return undefined
  return { ...next(job), state: 'running', takes: job.takes + 1, heldUntil: after(now, holdTime) }
}

const isLetGo = ({ heldUntil }: Job, now: Instant) => heldUntil === undefined || heldUntil <= now

/** What came of the incidents that were tried; whoever goes on later lets go of it. */
export function progressed(
  job: Job,
  outcomes: readonly (Failure | undefined)[],
  { now, goesOn }: { now: Instant; goesOn: 'now' | 'later' },
): Job {
  const failures = outcomes.flatMap((failure) => failure ?? [])
  const tried = job.tried + outcomes.length
  const worked = {
    ...next(job),
    ...{ tried, done: job.done + outcomes.length - failures.length, failed: [...job.failed, ...failures] },
  }
  if (tried >= job.ids.length) return { ...worked, state: 'done', heldUntil: undefined }
  return { ...worked, takes: 0, heldUntil: goesOn === 'now' ? after(now, holdTime) : now }
}

/** Nothing happens. Asking again is the same. @throws Refusal `conflict` once it has begun. */
export function undo(job: Job): Job {
  if (job.state === 'undone') return job
  if (job.state !== 'waiting') throw begun()
  return { ...next(job), state: 'undone' }
}

/** When somebody has to look at it again, if at all. */
export function dueAtOf({ state, startsAt, heldUntil }: Job): Instant | undefined {
  if (state === 'waiting') return startsAt
  return state === 'running' ? heldUntil : undefined
}

const next = (job: Job): Job => ({ ...job, generation: job.generation + 1 })

const begun = () =>
  new Refusal('conflict', {
    en: 'It has begun already, so it can no longer be taken back as a whole. You can change the incidents one by one.',
    de: 'Es hat schon begonnen und lässt sich nicht mehr im Ganzen zurücknehmen. Sie können die Vorfälle einzeln ändern.',
  })

const unclear = () => {
  const message = {
    en: 'Choose one thing to do with them: a move (`to`), or what to change.',
    de: 'Wählen Sie eines: einen neuen Zustand (`to`) oder was geändert werden soll.',
  }
  return new Refusal('incomplete', message, { errors: [{ path: 'change', message }] })
}
