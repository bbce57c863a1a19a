import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import { notFound, Refusal } from '../runtime/refusal.ts'
import type { Item } from '../runtime/table.ts'
import { type Change, type NewEvent, unchanged, withTimer } from './change.ts'
import { type Incident, numberPattern, type Person } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import { type Mover, move } from './move.ts'
import { missing, unknown } from './refusals.ts'

/** What may be asked for: the other is the child, the original, or simply related. */
const linkKinds = ['child', 'duplicate', 'related'] as const

/** Every link has two ends; each is called as it is seen from its own incident. */
const otherEnd = {
  child: 'parent',
  parent: 'child',
  duplicate: 'duplicated_by',
  duplicated_by: 'duplicate',
  related: 'related',
  follows: 'followed_by',
  followed_by: 'follows',
} as const
export type LinkKind = keyof typeof otherEnd
export const seenFromOther = (kind: LinkKind): LinkKind => otherEnd[kind]

/** How an incident goes on is its history; the rest may be taken back. */
export const removableKinds = ['child', 'parent', 'duplicate', 'duplicated_by', 'related'] as const

export const LinkRequest = z.object({
  kind: z.enum(linkKinds),
  incidentId: z.string().check(z.regex(numberPattern)),
})

/** One end of a link. The title is the one that the other incident had when they were linked. */
export type Link = { kind: LinkKind; incidentId: string; title: string; at: Instant }

/** An incident with its links, and (for a parent to be) the incidents above it. */
export type Linked = { incident: Incident; links: readonly Link[]; aboveIds?: readonly string[] }

/** More would no longer fit on the page of an incident, nor in the one Query that reads it. */
const mostLinks = 200
/** Parents of parents; each is looked at when another child is added. */
export const mostLevels = 5

/** The links among the parts of an incident. */
export const linksFrom = (parts: readonly Item[]): Link[] =>
  parts
    .filter(({ sk }) => sk.startsWith('!link#'))
    .map(({ kind, incidentId, title, at }) => ({ kind, incidentId, title, at }) as Link)

export const originalOf = (links: readonly Link[]): string | undefined =>
  links.find(({ kind }) => kind === 'duplicate')?.incidentId
export const parentOf = (links: readonly Link[]): string | undefined =>
  links.find(({ kind }) => kind === 'parent')?.incidentId

/**
 * Links two incidents. One that is still open and turns out to be a duplicate is canceled as such.
 * What it says is internal: nobody learns of somebody else's incident from a link.
 * @throws Refusal `incomplete` for a link to itself, `conflict` for a second parent, a circle or a second original.
 */
export function link(here: Linked, other: Linked, kind: LinkKind, mover: Mover): Change {
  if (here.incident.id === other.incident.id) throw toItself()
  const already = here.links.find(({ incidentId }) => incidentId === other.incident.id)
  if (already) throw already.kind === kind ? linkedAlready() : linkedOtherwise()
  if (Math.max(here.links.length, other.links.length) >= mostLinks) throw tooMany()
  if (kind === 'child') demandNoCircle(here, other)
  if (kind === 'duplicate') demandOriginal(here, other)

  const change =
    kind === 'duplicate' ? merged(here.incident, other.incident, mover) : unchanged(here.incident)
  return {
    ...change,
    events: [...change.events, entry('linked', { kind, other: other.incident }, mover)],
    also: [
      {
        ...unchanged(other.incident),
        events: [entry('linked', { kind: seenFromOther(kind), other: here.incident }, mover)],
      },
    ],
  }
}

/** Takes a link back. A canceled duplicate stays canceled. @throws Refusal `not_found` when there is none. */
export function unlink(here: Linked, other: Incident, kind: LinkKind, mover: Mover): Change {
  if (!here.links.some((one) => one.kind === kind && one.incidentId === other.id)) throw notFound()
  return {
    ...unchanged(here.incident),
    events: [entry('unlinked', { kind, other }, mover)],
    also: [
      {
        ...unchanged(other),
        events: [entry('unlinked', { kind: seenFromOther(kind), other: here.incident }, mover)],
      },
    ],
  }
}

/** Whom the original has to tell from now on: those of the duplicate whose it is not already. */
export function followersAfterMerge(
  { before: duplicate, after }: Change,
  original: Incident,
): readonly Person[] {
  if (!duplicate || !isOpen(duplicate.state) || after.state !== 'canceled') return []
  return [duplicate.requester, ...(duplicate.watchers ?? [])]
    .map(({ id, name }) => ({ id, name }))
    .filter(({ id }, place, all) => all.findIndex((one) => one.id === id) === place)
    .filter(({ id }) => id !== original.requester.id)
}

function merged(duplicate: Incident, original: Incident, mover: Mover): Change {
  if (isOpen(duplicate.state)) {
    const change = move(duplicate, { to: 'canceled', reason: 'duplicate' }, mover)
    // All that whoever reported it has to know of the other: whether there is a solution to wait for.
    const standing = { original: isOpen(original.state) ? 'open' : 'solved' }
    return {
      ...change,
      events: change.events.map((event) => ({ ...event, after: { ...event.after, ...standing } })),
    }
  }
  // Whoever is asked how it went is asked about the original.
  return { ...unchanged(duplicate), after: withTimer(duplicate, 'survey', undefined) }
}

const entry = (
  what: 'linked' | 'unlinked',
  { kind, other }: { kind: LinkKind; other: Incident },
  { now, by, channel }: Mover,
): NewEvent => ({
  ...{ type: `incident.${what}`, at: now, by, channel, visibility: 'internal' },
  after: { kind, incidentId: other.id, title: other.title },
})

function demandNoCircle(parent: Linked, child: Linked): void {
  if (parentOf(child.links)) throw hasParent()
  const above = parent.aboveIds ?? []
  if (above.includes(child.incident.id)) throw circle()
  if (above.length >= mostLevels) throw tooDeep()
}

function demandOriginal(duplicate: Linked, original: Linked): void {
  if (originalOf(duplicate.links)) throw hasOriginal()
  if (originalOf(original.links)) throw unknown('incidentId')
  if (duplicate.links.some(({ kind }) => kind === 'duplicated_by') || duplicate.incident.slices.known)
    throw isOriginal()
  if (original.incident.state === 'canceled') throw canceledOriginal()
}

const toItself = () =>
  missing(
    'incidentId',
    'An incident cannot be linked to itself. Choose another one.',
    'Ein Vorfall kann nicht mit sich selbst verknüpft werden. Wählen Sie einen anderen.',
  )
const conflict = (en: string, de: string) => new Refusal('conflict', { en, de })
const linkedAlready = () =>
  conflict('These two are linked like this already.', 'Diese beiden sind schon so verknüpft.')
const linkedOtherwise = () =>
  conflict(
    'These two are linked in another way already. Remove that link first.',
    'Diese beiden sind schon anders verknüpft. Entfernen Sie zuerst diese Verknüpfung.',
  )
const tooMany = () =>
  conflict(
    `An incident has at most ${mostLinks} links.`,
    `Ein Vorfall hat höchstens ${mostLinks} Verknüpfungen.`,
  )
const hasParent = () =>
  conflict(
    'That incident already has a parent. Remove that link first.',
    'Dieser Vorfall hat schon einen übergeordneten Vorfall. Entfernen Sie zuerst diese Verknüpfung.',
  )
const circle = () =>
  conflict(
    'That incident is above this one already, so it cannot be its child as well.',
    'Dieser Vorfall steht schon über dem hier und kann nicht zugleich darunter stehen.',
  )
const tooDeep = () =>
  conflict(
    `Incidents can be nested up to ${mostLevels} levels deep.`,
    `Vorfälle lassen sich bis zu ${mostLevels} Ebenen tief unterordnen.`,
  )
const hasOriginal = () =>
  conflict(
    'This is linked as a duplicate already. Remove that link first.',
    'Das ist schon als Duplikat verknüpft. Entfernen Sie zuerst diese Verknüpfung.',
  )
const isOriginal = () =>
  conflict(
    'Others are already gathered under this incident. Link the other one as a duplicate of this one instead.',
    'Unter diesem Vorfall sind schon andere gesammelt. Verknüpfen Sie stattdessen den anderen als Duplikat von diesem.',
  )
const canceledOriginal = () =>
  conflict(
    'That incident was canceled, so nobody would hear of a solution there. Choose one that is being worked on.',
    'Dieser Vorfall wurde zurückgezogen; von dort käme keine Lösung. Wählen Sie einen, an dem gearbeitet wird.',
  )
