import type { State } from './contract.ts'

export const queueViews = ['queue', 'mine', 'unassigned', 'team', 'all'] as const
export const queueFilters = ['state', 'priority', 'team'] as const
export const openStates = ['new', 'in_progress', 'on_hold'] as const satisfies readonly State[]
export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const

const known: Record<(typeof queueFilters)[number], (value: string) => boolean> = {
  state: (value) => openStates.some((state) => state === value),
  priority: (value) => priorities.some((priority) => priority === value),
  team: ({ length }) => length > 0 && length <= 64,
}

/** What the queue is asked for. A filter that the page does not offer is no filter. */
export function queueQuery(query: Record<string, string | string[] | undefined>): URLSearchParams {
  const asked = new URLSearchParams({ view: queueViews.find((view) => view === query.view) ?? 'queue' })
  for (const name of queueFilters) {
    const value = query[name]
    if (typeof value === 'string' && known[name](value)) asked.set(name, value)
  }
  if (typeof query.cursor === 'string' && query.cursor !== '') asked.set('cursor', query.cursor)
  return asked
}
