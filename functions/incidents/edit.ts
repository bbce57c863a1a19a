import * as z from 'zod/mini'
import { type Change, type NewEvent, type Texts, unchanged } from './change.ts'
import { Answers } from './fields.ts'
import { commonOf, Description, type Incident, type Person, Title } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import { type Mover, responded } from './move.ts'
import { degrees, type Priority, type PriorityMatrix, priorities, priorityOf } from './priority.ts'
import { illegalMove, missing } from './refusals.ts'

const Reference = z.string().check(z.minLength(1), z.maxLength(64))
export const mostWatchers = 20

export const Edit = z.partial(
  z.object({
    title: Title,
    description: Description,
    impact: z.enum(degrees),
    urgency: z.enum(degrees),
    categoryId: Reference,
    serviceId: Reference,
    teamId: Reference,
    assigneeId: z.nullable(Reference),
    fields: Answers,
    watchers: z.array(z.string().check(z.maxLength(128))).check(z.maxLength(mostWatchers)),
    /** Over the matrix, with a reason; null goes back to it. */
    priority: z.nullable(z.enum(priorities)),
    priorityReason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  }),
)
export type Edit = z.infer<typeof Edit>

/** What an edit says, with the people behind its ids once they are found. */
export type Facts = Omit<Edit, 'assigneeId' | 'watchers'> & {
  /** null takes the assignment back. */
  assignee?: Person | null
  watchers?: readonly Person[]
}

type Editor = Omit<Mover, 'side' | 'legal'> & {
  matrix: PriorityMatrix
  texts: Texts
  /** Without this right, a priority that somebody chose stays, whatever becomes of impact and urgency. */
  mayOverride?: boolean
}

/**
 * Changes what is recorded. Taking it (an assignee on a new incident) moves it to in_progress;
 * the priority follows impact and urgency, and a change of one of them ends an override, for who may override.
 * @throws Refusal `illegal_move` when the incident is not open, `incomplete` for an override without a reason.
 */
export function edit(incident: Incident, facts: Facts, editor: Editor): Change {
  if (!isOpen(incident.state)) throw illegalMove(incident.state, [])
  const { by, channel, now, texts } = editor
  const { description, fields, assignee, watchers, priority, priorityReason, ...plain } = facts
  const taken = Boolean(assignee)
  const edited: Incident = {
    ...incident,
    ...plain,
    ...prioritised(incident, facts, editor),
    assignee: assignee === undefined ? incident.assignee : (assignee ?? undefined),
    watchers: watchers ? [...watchers] : incident.watchers,
    ...(taken && responded(incident, by, now)),
  }
  const after: Incident =
    taken && edited.state === 'new' ? { ...commonOf(edited), state: 'in_progress' } : edited
  const written = {
    description: description ?? texts.description,
    fields: withoutBlanks({ ...texts.fields, ...fields }),
  }
  const changes = differences({ incident, texts }, { incident: after, texts: written })
  const events: NewEvent[] = [
    ...(Object.keys(changes.after).length > 0
      ? [
          {
            type: taken ? ('incident.taken' as const) : ('incident.edited' as const),
            ...{
              at: now,
              by,
              channel,
              visibility: 'public' as const,
              text: description,
              reason: priorityReason,
            },
            ...changes,
          },
        ]
      : []),
    ...watching(incident, after, { by, channel, now }),
  ]
  if (events.length === 0) return unchanged(incident)
  const isSeen = events.some(({ visibility }) => visibility === 'public')
  return {
    before: incident,
    after: isSeen ? { ...after, updatedAt: now } : after,
    ...(rewrites(changes.after) && { texts: written }),
    events,
  }
}

/** An answer is taken back by leaving it blank. */
const withoutBlanks = (fields: Answers): Answers =>
  Object.fromEntries(Object.entries(fields).filter(([, answer]) => answer !== ''))

/** Whether what people wrote is new, or is to be looked at again. */
const rewrites = (changed: Record<string, unknown>): boolean =>
  Object.keys(changed).some((name) => /^(?:description|categoryId|serviceId|fields\..+)$/.test(name))

/** Who follows it is for those who work on it to know. */
function watching(
  from: Incident,
  to: Incident,
  { by, channel, now }: Pick<Editor, 'by' | 'channel' | 'now'>,
) {
  const [before, after] = [from.watchers ?? [], to.watchers ?? []]
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const event: NewEvent = {
    ...{ type: 'incident.watchers_changed', at: now, by, channel, visibility: 'internal' },
    ...{ before: { watchers: before }, after: { watchers: after } },
  }
  return [event]
}

function prioritised(
  incident: Incident,
  { impact = incident.impact, urgency = incident.urgency, priority, priorityReason }: Facts,
  { matrix, by, now, mayOverride }: Editor,
): { priority?: Priority; priorityOverride?: Incident['priorityOverride'] } {
  if (priority) {
    if (!priorityReason) throw unreasoned()
    return { priority, priorityOverride: { at: now, by: { id: by.id ?? '', name: by.name ?? '' } } }
  }
  if (incident.priorityOverride && !mayOverride) return {}
  if (priority === undefined && impact === incident.impact && urgency === incident.urgency) return {}
  return { priority: priorityOf(matrix, impact, urgency), priorityOverride: undefined }
}

const unreasoned = () =>
  missing(
    'priorityReason',
    'Say why this priority is right although impact and urgency say another.',
    'Sagen Sie, warum diese Priorität richtig ist, obwohl Auswirkung und Dringlichkeit eine andere ergeben.',
  )

const watched = [
  'title',
  'state',
  'impact',
  'urgency',
  'priority',
  'categoryId',
  'serviceId',
  'teamId',
] as const

type Recorded = { incident: Incident; texts: Texts }

function differences(from: Recorded, to: Recorded) {
  const [was, is] = [recordOf(from), recordOf(to)]
  const changed = Object.keys({ ...was, ...is }).filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  )
  const pick = (record: Record<string, unknown>) =>
    Object.fromEntries(changed.filter((name) => name !== 'description').map((name) => [name, record[name]]))
  return {
    before: pick(was),
    after: { ...pick(is), ...(changed.includes('description') && { description: true }) },
  }
}

const recordOf = ({ incident, texts }: Recorded): Record<string, unknown> => ({
  ...Object.fromEntries(watched.map((name) => [name, incident[name]])),
  assignee: incident.assignee ?? null,
  ...Object.fromEntries(Object.entries(texts.fields).map(([id, answer]) => [`fields.${id}`, answer])),
  description: texts.description,
})
