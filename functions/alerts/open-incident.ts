import * as z from 'zod/mini'
import type { Change, NewEvent } from '../incidents/change.ts'
import { degrees, type Priority, type PriorityMatrix, priorityOf } from '../incidents/priority.ts'
import { Report, report } from '../incidents/report.ts'
import type { Instant } from '../runtime/instant.ts'
import { type Group, groupId } from './group.ts'
import { heartbeatSource } from './heartbeat-alert.ts'
import { withAlerts } from './slice.ts'
import type { AlertSetup } from './treatment.ts'

/** What the set-up says of incidents that alerts open. */
export type Opening = Pick<AlertSetup, 'alertSources'> & { priorityMatrix: PriorityMatrix }
export type Moment = { settings: Opening; now: Instant }

/** Impact and urgency that make a priority or, where the matrix cannot, the next less urgent one. */
export function degreesFor(matrix: PriorityMatrix, priority: Priority) {
  const [best] = degrees
    .flatMap((impact) => degrees.map((urgency) => ({ impact, urgency })))
    .map((pair) => ({ ...pair, made: priorityOf(matrix, pair.impact, pair.urgency) }))
    .filter(({ made }) => made >= priority)
    .sort((a, b) => (a.made < b.made ? -1 : a.made > b.made ? 1 : 0))
  const { impact, urgency } = best ?? { impact: 'low' as const, urgency: 'low' as const }
  return { impact, urgency }
}

/** The source as who did it. */
function sourceOf({ first: { sourceId } }: Group, { alertSources }: Pick<Opening, 'alertSources'>) {
  const own = sourceId === heartbeatSource ? 'Heartbeats' : sourceId
  const name = alertSources.find(({ id }) => id === sourceId)?.name ?? own
  return { kind: 'system' as const, id: sourceId, name }
}

/** The incident of a group that has waited: it carries service, team, links and the first payload. */
export function incidentOf(group: Group, { id, settings, now }: Moment & { id: string }): Change {
  const { first, serviceId, teamId, priority } = group
  const by = sourceOf(group, settings)
  const matrix = settings.priorityMatrix
  const input = z.parse(Report, {
    ...{ title: first.title, description: descriptionOf(group), serviceId },
    ...degreesFor(matrix, priority),
  })
  const requester = { id: by.id, name: by.name, locale: 'en' as const }
  const followsId = group.continues
  const change = report(input, { id, now, requester, by, teamId, channel: 'system', matrix, followsId })
  return {
    ...change,
    after: withAlerts(change.after, { groupId: groupId(group) }),
    events: [...change.events, grouped(group, { settings, now })],
  }
}

/** That alerts belong to the incident: how many, the links, and what the first of them came as. */
export const grouped = (group: Group, { settings, now }: Moment): NewEvent => ({
  type: 'alert.grouped',
  at: now,
  by: sourceOf(group, settings),
  channel: 'system',
  visibility: 'internal',
  ...(group.first.payload && { text: group.first.payload }),
  after: { alerts: group.total, severity: group.severity, links: group.first.links },
})

const descriptionOf = ({ first: { summary, labels, links } }: Group): string =>
  [
    summary,
    Object.entries(labels)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    links.map(({ text, url }) => `${text}: ${url}`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
    .slice(0, 20_000)
