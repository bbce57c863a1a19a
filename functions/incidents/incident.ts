import * as z from 'zod/mini'
import { languages } from '../runtime/text.ts'
import { degrees, priorities } from './priority.ts'

export const numberPattern = /^INC-\d{6,}$/

/** The number under which people know an incident; it is its id everywhere. */
export const formatNumber = (count: number): string => `INC-${String(count).padStart(6, '0')}`

/** One line: line breaks and other control characters become spaces, so that a title is safe in a mail header. */
const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

/** At least one character that leaves a mark: a title of invisible ones would be an empty row. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

export const Title = z.pipe(
  z.pipe(z.string().check(z.maxLength(2000)), z.transform(oneLine)),
  z.string().check(z.minLength(1), z.maxLength(160), z.regex(visible)),
)
/** Half a character, as a broken client may send it, would not come back from the table as it went in. */
const wellFormed = z.overwrite<string>((text) => text.toWellFormed())
export const Description = z.string().check(wellFormed, z.trim(), z.maxLength(20_000))
export const CommentBody = z.string().check(wellFormed, z.trim(), z.minLength(1), z.maxLength(20_000))

export const holdReasons = [
  'awaiting_requester',
  'awaiting_vendor',
  'awaiting_change',
  'awaiting_problem',
] as const
export const resolutionCodes = ['fixed', 'workaround', 'advised', 'self_solved', 'not_reproducible'] as const

export const Named = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof Named>
const Requester = z.extend(Named, { locale: z.enum(languages), organisationId: z.optional(z.string()) })

/** The notes are the text of the entry that resolved it: heads stay small. */
const Resolution = z.object({ code: z.enum(resolutionCodes) })
const Acknowledged = { acknowledgedAt: z.optional(z.string()), acknowledgedBy: z.optional(Named) }

/** What the head item holds in every state. Instants are ISO 8601 UTC. */
const Common = {
  id: z.string().check(z.regex(numberPattern)),
  title: z.string(),
  impact: z.enum(degrees),
  urgency: z.enum(degrees),
  priority: z.enum(priorities),
  requester: Requester,
  reportedBy: z.optional(Named),
  serviceId: z.optional(z.string()),
  categoryId: z.optional(z.string()),
  teamId: z.string(),
  assignee: z.optional(Named),
  createdAt: z.string(),
  updatedAt: z.string(),
  ...Acknowledged,
  reopenCount: z.number(),
  reopened: z.optional(z.object({ at: z.string(), by: Named })),
  /** A priority that somebody chose over the matrix; their reason is in the timeline. */
  priorityOverride: z.optional(z.object({ at: z.string(), by: Named })),
  /** Others who may read it and follow it. */
  watchers: z.optional(z.array(Named)),
  /** The closed incident that this one goes on from. */
  followsId: z.optional(z.string()),
  /** What rows of lists show of other nouns. */
  row: z.optional(
    z.object({
      clock: z.optional(z.object({ name: z.string(), dueAt: z.optional(z.string()), state: z.string() })),
      completeness: z.optional(z.number()),
    }),
  ),
  /** Rises with every change; the requester's side counts public entries only. */
  version: z.number(),
  publicChain: z.object({ seq: z.number(), hash: z.string() }),
  internalChain: z.object({ seq: z.number(), hash: z.string() }),
  /** What will happen by itself, and when; the earliest stands in the due index. */
  timers: z.record(z.string(), z.string()),
  /** Rises whenever the earliest timer changes; a wake of another generation is stale. */
  generation: z.number(),
  /** What other nouns keep in step with the incident, each under its own name. */
  slices: z.record(z.string(), z.unknown()),
}

/** An incident's head: what a state lacks does not compile. */
export const Incident = z.discriminatedUnion('state', [
  z.object({ ...Common, state: z.literal('new') }),
  z.object({ ...Common, state: z.literal('in_progress') }),
  z.object({
    ...Common,
    state: z.literal('on_hold'),
    holdReason: z.enum(holdReasons),
    holdUntil: z.optional(z.string()),
  }),
  z.object({ ...Common, state: z.literal('resolved'), resolution: Resolution, resolvedAt: z.string() }),
  z.object({
    ...Common,
    state: z.literal('closed'),
    resolution: Resolution,
    resolvedAt: z.string(),
    closedAt: z.string(),
  }),
  z.object({ ...Common, state: z.literal('canceled'), cancelReason: z.string(), closedAt: z.string() }),
])
export type Incident = z.infer<typeof Incident>
export type HoldReason = (typeof holdReasons)[number]

/** An incident without what only its state has, for a move to another one. */
export function commonOf(incident: Incident) {
  const { state, holdReason, holdUntil, resolution, resolvedAt, closedAt, cancelReason, ...common } = {
    holdReason: undefined,
    holdUntil: undefined,
    resolution: undefined,
    resolvedAt: undefined,
    closedAt: undefined,
    cancelReason: undefined,
    ...incident,
  }
  return common
}
