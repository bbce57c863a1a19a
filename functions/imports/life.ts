import * as z from 'zod/mini'
import { Edit } from '../incidents/edit.ts'
import { CommentBody } from '../incidents/incident.ts'
import { Move } from '../incidents/move.ts'
import { Report } from '../incidents/report.ts'
import { Person } from '../people/person.ts'
import { Escalation } from '../routing/escalate.ts'
import { Answer } from '../surveys/answer.ts'

const At = z.pipe(
  z.iso.datetime(),
  z.transform((at) => new Date(at).toISOString()),
)
const PersonId = z.string().check(z.minLength(1), z.maxLength(128))
const done = { at: At, by: PersonId, as: z.enum(['requester', 'worker']) }
const Said = z.object({ body: CommentBody, visibility: z.enum(['public', 'internal']) })

/** One thing that somebody did, at the instant at which they did it. */
export const Deed = z.discriminatedUnion('do', [
  z.object({ ...done, do: z.literal('acknowledge') }),
  z.object({ ...done, do: z.literal('comment'), with: Said }),
  z.object({ ...done, do: z.literal('edit'), with: Edit }),
  z.object({ ...done, do: z.literal('escalate'), with: Escalation }),
  z.object({ ...done, do: z.literal('move'), with: Move }),
  z.object({ ...done, do: z.literal('rate'), with: Answer }),
])
export type Deed = z.infer<typeof Deed>

/** An incident of the past: how it was reported, and what people did with it, in the order in which they did it. */
export const Life = z.object({
  /** Its name where it comes from; under it, it is imported once. */
  externalId: z.string().check(z.minLength(1), z.maxLength(200)),
  requesterId: PersonId,
  /** Who wrote it down, when it was not the requester. */
  reportedBy: z.optional(PersonId),
  at: At,
  report: Report,
  deeds: z.array(Deed).check(z.maxLength(60)),
})
export type Life = z.infer<typeof Life>

/** Small enough for one event of a function (256 KB) and for its minute. */
const mostLives = 25

export const Batch = z.object({
  /** Where it comes from: `zammad`, `demo`. */
  source: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  /** Who is named and may be new here; who is known already stays as they are. */
  people: z._default(z.array(Person).check(z.maxLength(200)), []),
  incidents: z.array(Life).check(z.minLength(1), z.maxLength(mostLives)),
})
export type Batch = z.infer<typeof Batch>

/** Everybody whom these incidents name. */
export const namedIn = (lives: readonly Life[]): string[] => [
  ...new Set(
    lives.flatMap(({ requesterId, reportedBy, deeds }) => [
      requesterId,
      ...(reportedBy ? [reportedBy] : []),
      ...deeds.flatMap((deed) => [
        deed.by,
        ...(deed.do === 'edit'
          ? [...(deed.with.assigneeId ? [deed.with.assigneeId] : []), ...(deed.with.watchers ?? [])]
          : []),
      ]),
    ]),
  ),
]
