import * as z from 'zod/mini'
import type { Change } from './change.ts'
import { commonOf, Description, type Incident, Title } from './incident.ts'
import { isOpen } from './lifecycle.ts'
import { type Mover, responded } from './move.ts'
import { degrees, priorityOf } from './priority.ts'
import { illegalMove } from './refusals.ts'

const Reference = z.string().check(z.minLength(1), z.maxLength(64))

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
  }),
)
export type Edit = z.infer<typeof Edit>

/** The person behind `assigneeId`, once found; null takes the assignment back. */
export type Assignee = { id: string; name: string } | null | undefined

/**
 * Changes what is recorded. Taking it (an assignee on a new incident) moves it to in_progress;
 * a priority follows impact and urgency.
 * @throws Refusal `illegal_move` when the incident is not open.
 */
export function edit(
  incident: Incident,
  input: Omit<Edit, 'assigneeId'>,
  assignee: Assignee,
  { by, channel, now }: Omit<Mover, 'side'>,
): Change {
  if (!isOpen(incident.state)) throw illegalMove(incident.state, [])
  const { description, ...facts } = input
  const impact = facts.impact ?? incident.impact
  const urgency = facts.urgency ?? incident.urgency
  const taken = Boolean(assignee)
  const edited: Incident = {
    ...incident,
    ...facts,
    priority: priorityOf(impact, urgency),
    assignee: assignee === undefined ? incident.assignee : (assignee ?? undefined),
    ...(taken && responded(incident, by, now)),
    updatedAt: now,
  }
  const after: Incident =
    taken && edited.state === 'new' ? { ...commonOf(edited), state: 'in_progress' } : edited
  const changes = differences(incident, after, description)
  if (Object.keys(changes.after).length === 0) return { before: incident, after: incident, events: [] }
  return {
    before: incident,
    after,
    events: [
      {
        type: taken ? 'incident.taken' : 'incident.edited',
        at: now,
        by,
        channel,
        visibility: 'public',
        text: description,
        ...changes,
      },
    ],
  }
}

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

function differences(from: Incident, to: Incident, description: string | undefined) {
  const changed = watched.filter((name) => from[name] !== to[name])
  const pick = (incident: Incident) => ({
    ...Object.fromEntries(changed.map((name) => [name, incident[name]])),
    ...(from.assignee?.id !== to.assignee?.id && { assignee: incident.assignee ?? null }),
  })
  return {
    before: pick(from),
    after: { ...pick(to), ...(description !== undefined && { description: true }) },
  }
}
