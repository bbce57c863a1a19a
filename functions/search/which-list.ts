import { isOpen, type State } from '../incidents/lifecycle.ts'
import type { ListFilter } from '../incidents/lists.ts'
import type { Priority } from '../incidents/priority.ts'
import type { IncidentRow } from '../incidents/representation.ts'
import type { Page, PageRequest } from '../runtime/page.ts'
import type { Services } from '../runtime/services.ts'
import { readArchive } from './archive.ts'
import type { Filter } from './filter.ts'
import { inOrder, type Order } from './order.ts'
import { searchOwn } from './own-search.ts'
import { groupsIn } from './query.ts'
import { search } from './search.ts'

export const workViews = ['queue', 'mine', 'unassigned', 'team', 'all'] as const

/** What is asked of the list of incidents. */
export type ListQuery = PageRequest & {
  view?: (typeof workViews)[number]
  q?: string
  state?: State | 'open'
  priority?: Priority
  team?: string
  service?: string
  category?: string
  assignee?: string
  requester?: string
  sort?: Order
}

/** Who asks: what they may read decides which lists there are for them. `teams` are those that the view is about. */
export type Reader = { id: string; isStaff: boolean; teams: readonly string[] }
type Stores = Pick<Services, 'incidentLists' | 'searchLists'>

/** As many rows are put into an order that their list does not have. */
const mostSorted = 300
const mostSortedOfSearch = 100

/**
 * A page of the one list that answers the query; every list is read in its own order and filtered on the way, so a
 * page may be short while its cursor says that there is more. Another `sort` than the list's own orders the first
 * 300 rows of the list (its most urgent, or its newest; of a search the newest 100) and knows no others.
 */
export async function listFor(stores: Stores, query: ListQuery, reader: Reader): Promise<Page<IncidentRow>> {
  const list = listOf(stores, query, reader)
  if (query.sort === undefined || query.sort === list.order) return list.read(query)
  const { items } = await list.read({ limit: list.most ?? mostSorted })
  return inOrder(items, query.sort, query)
}

type List = { order: Order; most?: number; read(page: PageRequest): Promise<Page<IncidentRow>> }

function listOf({ incidentLists, searchLists }: Stores, query: ListQuery, reader: Reader): List {
  const { view, state } = query
  const q = query.q?.trim() || undefined
  const newest = (read: List['read'], most?: number): List => ({ order: 'newest', most, read: bare(read) })
  const filter = filterOf(query, reader)
  if (q !== undefined) {
    const groups = groupsIn(q)
    return newest(
      (page) =>
        reader.isStaff
          ? search(searchLists, { groups, filter }, page)
          : searchOwn(searchLists, { personId: reader.id, groups, filter }, page),
      mostSortedOfSearch,
    )
  }
  const rows = rowFilter(query)
  if (!view && !asksForOthers(query, reader)) {
    return newest((page) => incidentLists.ofRequester(reader.id, page, rows))
  }
  if (!view || (state && state !== 'open' && !isOpen(state)) || query.requester) {
    return newest((page) => readArchive(searchLists, filter, page))
  }
  return { order: 'priority', read: (page) => workOf(incidentLists, query, reader)(page, rows) }
}

/** Open incidents in the order of work. */
function workOf(lists: Stores['incidentLists'], { view, team }: ListQuery, { id, teams }: Reader) {
  const [only] = teams
  return (page: PageRequest, filter: ListFilter) => {
    if (view === 'mine') return lists.ofAssignee(id, page, { ...filter, teamId: team })
    if (view === 'team' && only && teams.length === 1) return lists.ofTeam(only, page, filter)
    return lists.ofTeams(teams, view === 'unassigned' ? 'unassigned' : 'all', page, filter)
  }
}

/** Without a view somebody's list is their own, unless they ask for what only those who work here may see. */
const asksForOthers = ({ team, service, category, assignee, requester }: ListQuery, { isStaff }: Reader) =>
  isStaff && [team, service, category, assignee, requester].some((value) => value !== undefined)

const rowFilter = ({ state, priority, service, category, assignee }: ListQuery): ListFilter => ({
  state: state === 'open' ? undefined : state,
  priority,
  serviceId: service,
  categoryId: category,
  assigneeId: assignee,
})

/** A view holds open incidents, unless a state is asked for; words in `all` are looked for in all that ever was. */
function filterOf(query: ListQuery, { id, teams }: Reader): Filter {
  const { view, q, team, state, priority, service, category, assignee, requester } = query
  const isEverything = view === undefined || (view === 'all' && q !== undefined)
  const isOfTeams = view === 'queue' || view === 'unassigned' || view === 'team'
  return {
    state: state ?? (isEverything ? undefined : 'open'),
    priority,
    teams: team ? [team] : isOfTeams ? teams : undefined,
    serviceId: service,
    categoryId: category,
    assigneeId: view === 'mine' ? id : view === 'unassigned' ? null : assignee,
    requesterId: requester,
  }
}

/** Rows as every list shows them. */
const bare =
  (read: List['read']): List['read'] =>
  async (page) => {
    const { items, nextCursor } = await read(page)
    return { items: items.map((row) => ({ ...row, requesterId: undefined })), nextCursor }
  }
