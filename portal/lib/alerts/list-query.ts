import { severities } from './contract.ts'

export const filters = ['team', 'source', 'service', 'severity'] as const
export type Filter = (typeof filters)[number]
export const statuses = ['firing', 'resolved'] as const

type Asked = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) =>
  typeof value === 'string' && value.length <= 2000 ? value.trim() : ''

/** What of an address a list of alerts goes by; what means nothing is left out. */
export function listQuery(asked: Asked): URLSearchParams {
  const query = new URLSearchParams()
  const status = statuses.find((known) => known === asked.status)
  if (status === 'resolved') query.set('status', status)
  for (const name of filters) {
    const value = one(asked[name]).slice(0, 80)
    if (value && (name !== 'severity' || severities.some((known) => known === value))) query.set(name, value)
  }
  const cursor = one(asked.cursor)
  if (cursor) query.set('cursor', cursor)
  return query
}

/** The list without its page. */
export function withoutCursor(query: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(query)
  all.delete('cursor')
  return all
}

export const isFiltered = (query: URLSearchParams): boolean => filters.some((name) => query.has(name))
