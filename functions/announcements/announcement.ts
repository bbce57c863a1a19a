import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import { AffectedComponent } from './component-state.ts'
import { legalStages, stages } from './lifecycle.ts'
import { type Turn, turnAfter } from './turn.ts'

export const audiences = ['public', 'signed_in', 'agents'] as const
export type Audience = (typeof audiences)[number]

/** `ann_` and a ULID. Whatever looks different names no announcement. */
export const idPattern = /^ann_[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/** One line: line breaks and other control characters become spaces, so that a title is safe in a mail header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
const inUtc = (text: string) => new Date(text).toISOString()

const Title = z.pipe(
  z.pipe(z.string().check(z.maxLength(2000)), z.transform(oneLine)),
  z.string().check(z.minLength(1), z.maxLength(160)),
)
const Body = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000))
const When = z.pipe(z.iso.datetime({ offset: true }), z.transform(inUtc))
const Affected = z.array(AffectedComponent).check(z.maxLength(100))

export const Publication = z.object({
  title: Title,
  body: Body,
  stage: z.enum(stages),
  audience: z.enum(audiences),
  components: z._default(Affected, []),
  highPriority: z._default(z.boolean(), false),
  startsAt: z.optional(When),
  endsAt: z.optional(When),
})
export type Publication = z.infer<typeof Publication>

export const Update = z.object({ stage: z.enum(stages), body: Body, components: z.optional(Affected) })
export type Update = z.infer<typeof Update>

type Author = { kind: 'person'; id: string; name: string }

/** How an announcement stands. `body` is its first word; what was said later are its words. */
export type Announcement = Omit<Publication, 'startsAt' | 'stage'> & {
  id: string
  stage: Update['stage']
  startsAt: Instant
  publishedAt: Instant
  updatedAt: Instant
  resolvedAt?: Instant
  /** Rises with every word, which it also counts. */
  version: number
  /** What it does next by itself. */
  nextTurn?: Turn
  /** Rises with every change, also with those that nobody said. */
  generation: number
}

/** Something that was said: the stored event. `seq` counts within the announcement. */
export type Word = {
  type: 'announcement.published' | 'announcement.updated' | 'announcement.resolved'
  announcementId: string
  seq: number
  at: Instant
  by: Author
  text: string
  before?: Pick<Announcement, 'stage' | 'components'>
  after: Pick<Announcement, 'stage' | 'components'>
}

/** What a decision answers: how it stood, how it stands, and what was said. Nothing is stored yet. */
export type AnnouncementChange = { before?: Announcement; after: Announcement; events: Word[] }

type Circumstances = { now: Instant; by: Author }

/** A new announcement with its first word. @throws Refusal `incomplete` when it would end before it starts. */
export function publish(
  input: Publication,
  { id, now, by }: Circumstances & { id: string },
): AnnouncementChange {
  const startsAt = input.startsAt ?? now
  if (input.endsAt && input.endsAt <= startsAt) throw endsTooEarly()
  const resolved = input.stage === 'resolved'
  const after: Announcement = {
    ...input,
    id,
    startsAt,
    publishedAt: now,
    updatedAt: now,
    ...(resolved ? { resolvedAt: now } : { nextTurn: turnAfter({ ...input, startsAt }, now) }),
    version: 1,
    generation: 1,
  }
  return { after, events: [wordOf('announcement.published', after, input.body, by)] }
}

/**
 * Says how it goes on. Resolving ends it, and its components work again unless the update says otherwise.
 * @throws Refusal `illegal_move` once it is resolved.
 */
export function update(
  announcement: Announcement,
  input: Update,
  { now, by }: Circumstances,
): AnnouncementChange {
  const legal = legalStages(announcement.stage)
  if (!legal.includes(input.stage)) throw alreadyResolved(legal)
  const resolved = input.stage === 'resolved'
  const after: Announcement = {
    ...announcement,
    stage: input.stage,
    components: input.components ?? (resolved ? recovered(announcement.components) : announcement.components),
    updatedAt: now,
    ...(resolved && { resolvedAt: now, nextTurn: undefined }),
    version: announcement.version + 1,
    generation: announcement.generation + 1,
  }
  const word = wordOf(resolved ? 'announcement.resolved' : 'announcement.updated', after, input.body, by)
  const { stage, components } = announcement
  return { before: announcement, after, events: [{ ...word, before: { stage, components } }] }
}

const recovered = (components: readonly AffectedComponent[]): AffectedComponent[] =>
  components.map(({ id }) => ({ id, state: 'operational' }))

const wordOf = (type: Word['type'], after: Announcement, text: string, by: Author): Word => ({
  type,
  announcementId: after.id,
  seq: after.version,
  at: after.updatedAt,
  by,
  text,
  after: { stage: after.stage, components: after.components },
})

/** Whether it is over: resolved, or its announced end has passed. */
export const isOver = ({ stage, endsAt }: Announcement, now: Instant): boolean =>
  stage === 'resolved' || (endsAt !== undefined && endsAt <= now)

/** Whether what it says about components holds at this moment. */
export const isInForce = (announcement: Announcement, now: Instant): boolean =>
  announcement.startsAt <= now && !isOver(announcement, now)

/** @throws Refusal `incomplete` for components that nobody has set up, and for those named twice. */
export function demandKnown(
  components: readonly AffectedComponent[],
  known: readonly { id: string }[],
): void {
  const errors = components.flatMap(({ id }, index) => {
    const path = `components.${index}.id`
    if (!known.some((component) => component.id === id))
      return [{ path, message: `There is no component ${id}.` }]
    const twice = components.findIndex((other) => other.id === id) < index
    return twice ? [{ path, message: `${id} is named twice.` }] : []
  })
  if (errors.length === 0) return
  throw new Refusal(
    'incomplete',
    {
      en: 'The list names components that do not exist or come twice. Choose from those that are set up.',
      de: 'Die Liste nennt Komponenten, die es nicht gibt oder die doppelt vorkommen. Wählen Sie aus den eingerichteten.',
    },
    { errors },
  )
}

const endsTooEarly = () =>
  new Refusal(
    'incomplete',
    {
      en: 'It would end before it starts. Choose a later end.',
      de: 'Die Ankündigung würde enden, bevor sie beginnt. Wählen Sie ein späteres Ende.',
    },
    { errors: [{ path: 'endsAt', message: 'Must be later than startsAt.' }] },
  )

const alreadyResolved = (legalMoves: readonly string[]) =>
  new Refusal(
    'illegal_move',
    {
      en: 'This announcement is resolved and closed. Publish a new one instead.',
      de: 'Diese Ankündigung ist gelöst und abgeschlossen. Veröffentlichen Sie stattdessen eine neue.',
    },
    { legalMoves },
  )
