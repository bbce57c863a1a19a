import type { State } from './contract.ts'

export const queueViews = ['queue', 'mine', 'unassigned', 'team', 'following', 'known', 'all'] as const
export const queueFilters = ['q', 'state', 'priority', 'team', 'service', 'category', 'requester'] as const
export type QueueFilter = (typeof queueFilters)[number]
export const states = [
  'open',
  'new',
  'in_progress',
  'on_hold',
  'resolved',
  'closed',
  'canceled',
] as const satisfies readonly (State | 'open')[]
export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const
/** Short lists in an order of their own, which are shown as they are. */
export const isShort = (query: URLSearchParams): boolean =>
  ['following', 'known'].includes(query.get('view') ?? '')

/** What the list can be ordered by. */
export const sorts = ['priority', 'newest', 'oldest', 'updated', 'due'] as const

/** The list's own order: that of work; of a search and of what is over, the newest first. */
export const ownSort = (query: URLSearchParams): (typeof sorts)[number] =>
  query.get('q') ||
  query.get('requester') ||
  ['resolved', 'closed', 'canceled'].includes(query.get('state') ?? '')
    ? 'newest'
    : 'priority'

export const longestSearch = 200

const isId = ({ length }: string) => length > 0 && length <= 64

const known: Record<QueueFilter, (value: string) => boolean> = {
  q: (value) => value.trim() !== '' && value.length <= longestSearch,
  state: (value) => states.some((state) => state === value),
  priority: (value) => priorities.some((priority) => priority === value),
  team: isId,
  service: isId,
  category: isId,
  requester: isId,
}

type Query = Record<string, string | string[] | undefined>

/** What the queue is asked for. A filter that the page does not offer is no filter. Words are looked for everywhere. */
export function queueQuery(query: Query): URLSearchParams {
  const filters = queueFilters.flatMap((name): [string, string][] => {
    const value = query[name]
    return typeof value === 'string' && known[name](value) ? [[name, value.trim()]] : []
  })
  const searches = filters.some(([name]) => name === 'q' || name === 'requester')
  const view = queueViews.find((one) => one === query.view) ?? (searches ? 'all' : 'queue')
  const asked = new URLSearchParams([['view', view], ...filters])
  const sort = sorts.find((one) => one === query.sort)
  if (sort) asked.set('sort', sort)
  if (typeof query.cursor === 'string' && query.cursor !== '') asked.set('cursor', query.cursor)
  return asked
}

/** The address of the queue with one thing set, or without it; always from its first page. */
export function queueLink(query: URLSearchParams, name: string, value: string | undefined): string {
  const next = new URLSearchParams(query)
  next.delete('cursor')
  next.delete('job')
  if (value) next.set(name, value)
  else next.delete(name)
  return `/queue?${next}`
}

/** As many rows as people change at once; a page of them is still quick to read. */
export const queuePage = 50

/** What is remembered of a view: everything that makes the list, nothing of where one was in it. */
export function rememberedQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams(query)
  for (const name of ['cursor', 'job']) kept.delete(name)
  return `${kept}`
}
