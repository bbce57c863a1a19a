import { line } from './clean.ts'
import type { Severity } from './occurrence.ts'
import { pathsIn, readText, valueAt } from './payload-path.ts'
import type { Wrong } from './refused.ts'
import type { Mapping } from './source.ts'

/** One alert as a mapping reads it. */
export type Mapped = {
  title: string
  summary: string
  dedupKey?: string
  status: 'firing' | 'resolved'
  severity: Severity
  labels: Record<string, string>
  startsAt?: unknown
  link?: string
  /** The part of the payload that it was read from. */
  item: unknown
}

type Lacking = { errors: Wrong[] }

/**
 * Reads a payload by the mapping of its source, each item by itself. What the mapping demands and an item, or the whole
 * payload, lacks is an error.
 */
export function readMapped(payload: unknown, mapping: Mapping): { alerts: (Mapped | Lacking)[] } | Lacking {
  const items = mapping.items === undefined ? [payload] : valueAt(mapping.items, payload)
  if (!Array.isArray(items)) return { errors: [noList(mapping.items ?? '', payload)] }
  return {
    alerts: items.map((item, index) => {
      const read = readOne(item, payload, mapping)
      if (!('errors' in read)) return read
      return { errors: read.errors.map((error) => ({ ...error, path: within(mapping, index, error.path) })) }
    }),
  }
}

const within = ({ items }: Mapping, index: number, path: string) =>
  items === undefined ? path : `${items}.${index}.${path}`

function readOne(item: unknown, whole: unknown, mapping: Mapping): Mapped | Lacking {
  const textAt = (path: string | undefined) => (path === undefined ? '' : readText(path, item, whole).text)
  const title = readText(mapping.title, item, whole)
  const dedupKey = mapping.dedupKey === undefined ? undefined : readText(mapping.dedupKey, item, whole)
  const errors = [
    ...(line(title.text, 160) === '' || isEmptied(title, mapping.title)
      ? [lacking('title', title.missing[0] ?? mapping.title, item)]
      : []),
    ...(dedupKey && dedupKey.missing.length > 0
      ? [lacking('dedupKey', String(dedupKey.missing[0]), item)]
      : []),
  ]
  if (errors.length > 0) return { errors }
  const ended = mapping.status && wordIn(textAt(mapping.status.path), mapping.status.resolved)
  return {
    title: title.text,
    summary: textAt(mapping.summary),
    ...(dedupKey && { dedupKey: dedupKey.text }),
    status: ended ? 'resolved' : 'firing',
    severity: severityBy(mapping, textAt(mapping.severity?.path)),
    labels: Object.fromEntries(
      Object.entries(mapping.labels).map(([name, path]) => [name, textAt(path)] as const),
    ),
    ...(mapping.startsAt && { startsAt: valueAt(mapping.startsAt, item, whole) }),
    ...(mapping.link && { link: textAt(mapping.link) }),
    item,
  }
}

/** A text in which every path leads nowhere says nothing of this payload. */
const isEmptied = ({ missing }: { missing: string[] }, path: string) =>
  missing.length > 0 && missing.length === (path.match(/\{\{/g)?.length ?? 1)

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
const wordIn = (word: string, words: readonly string[]) => words.some((one) => same(one, word))

function severityBy({ severity }: Mapping, word: string): Severity {
  return Object.entries(severity?.values ?? {}).find(([one]) => same(one, word))?.[1] ?? 'warning'
}

function lacking(field: 'title' | 'dedupKey', path: string, item: unknown): Wrong {
  const has = listed(pathsIn(item))
  return {
    path: field,
    message: {
      en: `The payload has no “${line(path, 200)}”. It has ${has || 'nothing that could be named'}.`,
      de: `In der Nachricht steht kein „${line(path, 200)}“. Sie enthält ${has || 'nichts, was sich nennen ließe'}.`,
    },
  }
}

function noList(path: string, payload: unknown): Wrong {
  const has = listed(pathsIn(payload))
  return {
    path: 'items',
    message: {
      en: `There is no list at “${line(path, 200)}”. The payload has ${has || 'nothing that could be named'}.`,
      de: `Unter „${line(path, 200)}“ steht keine Liste. Die Nachricht enthält ${has || 'nichts, was sich nennen ließe'}.`,
    },
  }
}

const listed = (paths: readonly string[]) =>
  paths
    .map((path) => line(path, 80))
    .filter(Boolean)
    .join(', ')
