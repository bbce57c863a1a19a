import * as z from 'zod/mini'
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '../runtime/page.ts'
import type { Table } from '../runtime/table.ts'
import { listKeys, rowFrom } from './head-item.ts'
import type { State } from './lifecycle.ts'
import type { Priority } from './priority.ts'
import type { IncidentRow } from './representation.ts'

type Filter = { state?: State; priority?: Priority }
type Index = {
  name: 'byRequester' | 'byTeam' | 'byAssignee'
  key: 'requesterKey' | 'teamKey' | 'assigneeKey'
}

const LastKey = z.record(z.string(), z.string())
const AllCursor = z.object({ workOrder: z.string(), id: z.string() })

/** Every list is one Query on an index made for it; rows come as the index holds them. */
export function openIncidentLists(table: Table) {
  async function list(
    index: Index,
    value: string,
    page: PageRequest,
    filter: Filter = {},
  ): Promise<Page<IncidentRow>> {
    const byTime = index.name === 'byRequester'
    const { items, lastKey } = await table.query({
      IndexName: index.name,
      ...conditions(index.key, value, filter, byTime),
      ScanIndexForward: !byTime,
      Limit: page.limit,
      ExclusiveStartKey: decodeCursor(page.cursor, LastKey),
    })
    return { items: items.map(rowFrom), nextCursor: encodeCursor(lastKey) }
  }

  return {
    /** A requester's own, newest first. */
    ofRequester: (personId: string, page: PageRequest, filter?: Filter) =>
      list({ name: 'byRequester', key: 'requesterKey' }, listKeys.requester(personId), page, filter),

    /** A team's open incidents, most urgent and then longest waiting first. */
    ofTeam: (teamId: string, page: PageRequest, filter?: Filter) =>
      list({ name: 'byTeam', key: 'teamKey' }, listKeys.team(teamId), page, filter),

    ofAssignee: (personId: string, page: PageRequest, filter?: Filter) =>
      list({ name: 'byAssignee', key: 'assigneeKey' }, listKeys.assignee(personId), page, filter),

    /** Several teams' (or, with `unassigned`, nobody's) open incidents merged in the order of work: one Query a team, in parallel. */
    async ofTeams(
      teamIds: readonly string[],
      which: 'all' | 'unassigned',
      page: PageRequest,
      filter: Filter = {},
    ): Promise<Page<IncidentRow>> {
      const place = decodeCursor(page.cursor, AllCursor)
      const key = which === 'all' ? 'teamKey' : 'assigneeKey'
      const answers = await Promise.all(
        teamIds.map((teamId) =>
          table.query({
            IndexName: which === 'all' ? 'byTeam' : 'byAssignee',
            ...conditions(
              key,
              which === 'all' ? listKeys.team(teamId) : listKeys.unassigned(teamId),
              filter,
              false,
            ),
            ExclusiveStartKey: place && {
              [key]: which === 'all' ? listKeys.team(teamId) : listKeys.unassigned(teamId),
              workOrder: place.workOrder,
              pk: place.id,
              sk: '!head',
            },
            Limit: page.limit,
          }),
        ),
      )
      const merged = answers
        .flatMap(({ items }) => items.map(rowFrom))
        .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
      const items = merged.slice(0, page.limit)
      const more = merged.length > page.limit || answers.some(({ lastKey }) => lastKey)
      const last = items.at(-1)
      return {
        items,
        nextCursor: more && last ? encodeCursor({ workOrder: workOrderOf(last), id: last.id }) : undefined,
      }
    },
  }
}
export type IncidentLists = ReturnType<typeof openIncidentLists>

const workOrderOf = ({ priority, createdAt }: IncidentRow) => `${priority}#${createdAt}`
const orderOf = (row: IncidentRow) => `${workOrderOf(row)}#${row.id}`

function conditions(key: string, value: string, { state, priority }: Filter, byTime: boolean) {
  const byPriority = priority && !byTime
  const filters = [state && '#state = :state', priority && byTime && 'priority = :priority'].filter(Boolean)
  return {
    KeyConditionExpression: `${key} = :key${byPriority ? ' AND begins_with(workOrder, :priority)' : ''}`,
    ...(filters.length > 0 && { FilterExpression: filters.join(' AND ') }),
    ...(state && { ExpressionAttributeNames: { '#state': 'state' } }),
    ExpressionAttributeValues: {
      ':key': value,
      ...(state && { ':state': state }),
      ...(priority && { ':priority': priority }),
    },
  }
}
