import * as z from 'zod/mini'
import { decodeCursor, encodeCursor, type Page, type PageRequest } from '../runtime/page.ts'
import type { Item, Table } from '../runtime/table.ts'
import { type Alert, alertPlace } from './alert.ts'
import { listKeys } from './items.ts'
import type { Severity } from './occurrence.ts'

/** An alert as lists show it: what the index holds. */
export type AlertRow = {
  id: string
  sourceId: string
  title: string
  status: Alert['status']
  severity: Severity
  serviceId?: string
  teamId: string
  firedAt: string
  lastSeenAt: string
  /** What holds it back, if something does. */
  heldBy?: NonNullable<Alert['hold']>['by']
}

/** `words` stand in the title, each somewhere and in any case. */
export type AlertFilter = {
  sourceId?: string
  serviceId?: string
  severity?: string
  words?: readonly string[]
}

/** Where a page ended: the order of the row, whose it was, and which of the lists it stood in. */
const Place = z.object({
  order: z.string().check(z.maxLength(64)),
  id: z.string().check(z.refine((id) => alertPlace(id) !== undefined)),
})
type Place = z.infer<typeof Place>

const filtered = ['sourceId', 'serviceId', 'severity'] as const

export function openAlertLists(table: Table) {
  type Reading = { index: 'byTeam' | 'byAssignee'; key: string; isLatestFirst: boolean }

  async function read(
    { index, key, isLatestFirst }: Reading,
    { limit, place, filter }: { limit: number; place?: Place; filter: AlertFilter },
  ) {
    const partition = index === 'byTeam' ? 'teamKey' : 'assigneeKey'
    const asked = filtered.filter((name) => filter[name] !== undefined)
    const { items, lastKey } = await table.query({
      IndexName: index,
      KeyConditionExpression: `${partition} = :key`,
      ...(asked.length > 0 && {
        FilterExpression: asked.map((name) => `${name} = :${name}`).join(' AND '),
      }),
      ExpressionAttributeValues: {
        ':key': key,
        ...Object.fromEntries(asked.map((name) => [`:${name}`, filter[name]])),
      },
      ScanIndexForward: !isLatestFirst,
      Limit: limit,
      ExclusiveStartKey: place && {
        ...{ [partition]: key, workOrder: place.order, pk: place.id, sk: '!alert' },
      },
    })
    const reached = lastKey && { order: String(lastKey.workOrder), id: String(lastKey.pk) }
    const rows = items
      .filter(({ title }) => hasWords(String(title), filter.words))
      .map((item) => ({ row: rowFrom(item), order: String(item.workOrder) }))
    return { rows, reached }
  }

  return {
    /** Alerts of some teams, merged: firing ones the most severe first, resolved ones the latest first. */
    async ofTeams(
      teamIds: readonly string[],
      status: Alert['status'],
      page: PageRequest,
      filter: AlertFilter = {},
    ): Promise<Page<AlertRow>> {
      const place = decodeCursor(page.cursor, Place)
      const isLatestFirst = status === 'resolved'
      const keyOf = status === 'firing' ? listKeys.firing : listKeys.resolved
      const parts = await Promise.all(
        teamIds.map((teamId) =>
          read({ index: 'byTeam', key: keyOf(teamId), isLatestFirst }, { limit: page.limit, place, filter }),
        ),
      )
      return merged(parts, { limit: page.limit, isLatestFirst })
    },

    /** Alerts of a group, or those that a silence, a maintenance or a counter of inhibition holds. */
    async belongingTo(id: string, page: PageRequest): Promise<Page<AlertRow>> {
      const place = decodeCursor(page.cursor, Place)
      const list = { index: 'byAssignee', key: listKeys.of(id), isLatestFirst: false } as const
      const { rows, reached } = await read(list, { limit: page.limit, place, filter: {} })
      return { items: rows.map(({ row }) => row), nextCursor: encodeCursor(reached) }
    },
  }
}

const hasWords = (title: string, words: readonly string[] = []): boolean =>
  words.every((word) => title.toLowerCase().includes(word.toLowerCase()))

type Ordered = { row: AlertRow; order: string }

/** Cut where the first list that has more ended: what lies beyond comes with the next page. */
function merged(
  parts: readonly { rows: Ordered[]; reached?: Place }[],
  { limit, isLatestFirst }: { limit: number; isLatestFirst: boolean },
): Page<AlertRow> {
  const sign = isLatestFirst ? -1 : 1
  const compare = (a: Place, b: Place) =>
    sign * (a.order === b.order ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.order < b.order ? -1 : 1)
  const placeOf = ({ row, order }: Ordered): Place => ({ order, id: row.id })
  const [border] = parts.flatMap(({ reached }) => reached ?? []).sort(compare)
  const rows = parts
    .flatMap((part) => part.rows)
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
    .filter((one) => !border || compare(placeOf(one), border) <= 0)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ row }) => row),
    nextCursor: encodeCursor(rows.length > limit ? last && placeOf(last) : border),
  }
}

function rowFrom(item: Item): AlertRow {
  const { pk, sourceId, title, state, severity, serviceId, teamId, createdAt, updatedAt, holdReason } = item
  return {
    id: pk,
    ...{ sourceId, title, status: state, severity, serviceId, teamId },
    ...{ firedAt: createdAt, lastSeenAt: updatedAt, heldBy: holdReason },
  } as AlertRow
}
