import * as z from 'zod/mini'
import { decodeCursor, encodeCursor, foreignCursor, type Page, type PageRequest } from '../runtime/page.ts'
import type { Table } from '../runtime/table.ts'
import { listKeys, rowFrom } from './head-item.ts'
import { numberPattern } from './incident.ts'
import type { State } from './lifecycle.ts'
import type { Priority } from './priority.ts'
import type { IncidentRow } from './representation.ts'

/** Where a page ended: the sort key of its index, and whose row it was. The rest of a key the list knows itself. */
const Place = z.object({
  order: z.string().check(z.maxLength(64)),
  id: z.string().check(z.regex(numberPattern)),
})
type Place = z.infer<typeof Place>

/** Every list is one Query on an index made for it; rows come as the index holds them. */
export function openIncidentLists(table: Table) {
  async function read(index: Index, value: string, { limit, place, filter }: Reading) {
    const { items, lastKey } = await table.query({
      IndexName: index.name,
      ...conditions(index, value, filter),
      ScanIndexForward: index.order === 'workOrder',
      Limit: limit,
      ExclusiveStartKey: place && {
        [index.key]: value,
        [index.order]: place.order,
        pk: place.id,
        sk: '!head',
      },
    })
    const reached = lastKey && { order: String(lastKey[index.order]), id: String(lastKey.pk) }
    return { rows: items.map(rowFrom), reached }
  }

  async function list(index: Index, value: string, page: PageRequest, filter: Filter = {}) {
    const place = placeIn(page, index, filter)
    const { rows, reached } = await read(index, value, { limit: page.limit, place, filter })
    return { items: rows, nextCursor: encodeCursor(reached) } satisfies Page<IncidentRow>
  }

  return {
    /** A requester's own, newest first. */
    ofRequester: (personId: string, page: PageRequest, filter?: Filter) =>
      list(byRequester, listKeys.requester(personId), page, filter),

    /** A team's open incidents, most urgent and then longest waiting first. */
    ofTeam: (teamId: string, page: PageRequest, filter?: Filter) =>
      list(byTeam, listKeys.team(teamId), page, filter),

    ofAssignee: (personId: string, page: PageRequest, filter?: Filter) =>
      list(byAssignee, listKeys.assignee(personId), page, filter),

    /**
     * Several teams' (or, with `unassigned`, nobody's) open incidents merged in the order of work: one Query a team,
     * side by side. A filter may leave a page short, or empty, while `nextCursor` says that there is more.
     */
    async ofTeams(
      teamIds: readonly string[],
      which: 'all' | 'unassigned',
      page: PageRequest,
      filter: Filter = {},
    ): Promise<Page<IncidentRow>> {
      const index = which === 'all' ? byTeam : byAssignee
      const keyOf = which === 'all' ? listKeys.team : listKeys.unassigned
      const place = placeIn(page, index, filter)
      const parts = await Promise.all(
        teamIds.map((teamId) => read(index, keyOf(teamId), { limit: page.limit, place, filter })),
      )
      return merged(parts, page.limit)
    },
  }
}
export type IncidentLists = ReturnType<typeof openIncidentLists>

/** What rows are kept for: the names of their attributes, and what they must be. */
export type ListFilter = {
  state?: State
  priority?: Priority
  teamId?: string
  serviceId?: string
  categoryId?: string
  assigneeId?: string
}
type Filter = ListFilter
type Reading = { limit: number; place: Place | undefined; filter: Filter }
type Index = {
  name: 'byRequester' | 'byTeam' | 'byAssignee'
  key: 'requesterKey' | 'teamKey' | 'assigneeKey'
  order: 'createdAt' | 'workOrder'
}

const byRequester: Index = { name: 'byRequester', key: 'requesterKey', order: 'createdAt' }
const byTeam: Index = { name: 'byTeam', key: 'teamKey', order: 'workOrder' }
const byAssignee: Index = { name: 'byAssignee', key: 'assigneeKey', order: 'workOrder' }

/** Cut where the first team that has more ended: what lies beyond may be incomplete and comes with the next page. */
function merged(parts: { rows: IncidentRow[]; reached?: Place }[], limit: number): Page<IncidentRow> {
  const [border] = parts
    .flatMap(({ reached }) => reached ?? [])
    .sort((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1))
  const rows = parts
    .flatMap((part) => part.rows)
    .map((row) => ({ row, place: { order: workOrderOf(row), id: row.id } }))
    .sort((a, b) => (positionOf(a.place) < positionOf(b.place) ? -1 : 1))
    .filter(({ place }) => !border || positionOf(place) <= positionOf(border))
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ row }) => row),
    nextCursor: encodeCursor(rows.length > limit ? shown.at(-1)?.place : border),
  }
}

const workOrderOf = ({ id, priority, createdAt }: IncidentRow) => `${priority}#${createdAt}#${id}`
const positionOf = ({ order, id }: Place) => `${order}#${id}`

/** @throws Refusal `malformed` for a place that does not lie in this list. */
function placeIn({ cursor }: PageRequest, { order }: Index, { priority }: Filter): Place | undefined {
  const place = decodeCursor(cursor, Place)
  if (!place) return undefined
  const shape = order === 'createdAt' ? /^\d{4}-/ : new RegExp(`^${priority ?? 'P[1-5]'}#`)
  if (!shape.test(place.order)) throw foreignCursor()
  return place
}

const filtered = ['state', 'priority', 'teamId', 'serviceId', 'categoryId', 'assigneeId'] as const

/** Names stand for themselves only where the table has no word of its own like them. */
function conditions({ key, order }: Index, value: string, filter: Filter) {
  const byPriority = filter.priority && order === 'workOrder'
  const asked = filtered.filter((name) => filter[name] !== undefined)
  const others = asked.filter((name) => !(byPriority && name === 'priority'))
  return {
    KeyConditionExpression: `${key} = :key${byPriority ? ' AND begins_with(workOrder, :priority)' : ''}`,
    ...(others.length > 0 && {
      FilterExpression: others.map((name) => `#${name} = :${name}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(others.map((name) => [`#${name}`, name])),
    }),
    ExpressionAttributeValues: {
      ':key': value,
      ...Object.fromEntries(asked.map((name) => [`:${name}`, filter[name]])),
    },
  }
}
