import { canonicalJson, sha256Hex } from '../../runtime/hash.ts'
import { after, days, type Instant } from '../../runtime/instant.ts'
import { line, lines, queueable } from '../clean.ts'
import {
  type Link,
  longestLabel,
  mostLabels,
  mostLinks,
  type Occurrence,
  type Severity,
} from '../occurrence.ts'
import { textOf } from '../payload-path.ts'
import { unfit } from '../refused.ts'
import type { Source } from '../source.ts'
import type { Read } from './read-each.ts'

/** What an adapter is told beside the body. */
export type Around = { source: Source; receivedAt: Instant }
export type Adapter = (body: unknown, around: Around) => Read

/** What a source said of one alert, as it came: nothing in it is clean or short yet. */
export type Said = {
  /** What makes two messages the same alert. */
  key: string
  status: Occurrence['status']
  title: string
  summary?: string
  severity: Severity
  labels: Record<string, unknown>
  links?: readonly { text: string; url: unknown }[]
  group?: string
  startsAt?: unknown
  saidAt?: unknown
  /** The source says its state again and again while it lasts. */
  restates?: true
  payload: unknown
}

const mostBytes = 8192

/**
 * An occurrence of clean, short texts. `path` is where the alert stands in the body.
 * @throws Refused for more labels than describe one alert.
 */
export function occurrenceFrom(said: Said, { source, receivedAt }: Around, path: string): Occurrence {
  const startsAt = notAhead(said.startsAt, receivedAt)
  const saidAt = notAhead(said.saidAt, receivedAt)
  const summary = lines(said.summary ?? '', 2000)
  const group = said.group && (said.group.length > 500 ? sha256Hex(said.group) : line(said.group, 500))
  return {
    sourceId: source.id,
    fingerprint: sha256Hex(said.key).slice(0, 32),
    status: said.status,
    title: line(said.title, 160) || line(source.name, 160) || 'Alert',
    severity: said.severity,
    labels: labelsFrom(said.labels, path),
    links: linksFrom(said.links ?? []),
    receivedAt,
    payload: payloadFrom(said.payload),
    ...(summary && { summary }),
    ...(group && { group }),
    ...(startsAt && { startsAt }),
    ...(saidAt && { saidAt }),
    ...(said.restates && { restates: true }),
  }
}

/** @throws Refused when there are too many, or something is no label. */
function labelsFrom(labels: Record<string, unknown>, path: string): Record<string, string> {
  const all = Object.entries(labels)
  if (all.length > mostLabels) throw tooManyLabels(path, all.length)
  return Object.fromEntries(
    all.flatMap(([name, value]) => {
      const label = line(name, longestLabel.name)
      const text = line(textOf(value), longestLabel.value)
      return label === '' || label === '__proto__' || text === '' ? [] : [[label, text]]
    }),
  )
}

const tooManyLabels = (path: string, count: number) =>
  unfit(
    'too_many_labels',
    [
      {
        path,
        message: {
          en: `These are ${count} labels; up to ${mostLabels} describe one alert.`,
          de: `Das sind ${count} Labels; bis zu ${mostLabels} beschreiben einen Alarm.`,
        },
      },
    ],
    {
      en: 'An alert has too many labels.',
      de: 'Ein Alarm hat zu viele Labels.',
    },
  )

const linksFrom = (links: readonly { text: string; url: unknown }[]): Link[] =>
  links
    .filter((one): one is Link => typeof one.url === 'string' && isAddress(one.url))
    .filter(({ url }, index, all) => all.findIndex((one) => one.url === url) === index)
    .slice(0, mostLinks)
    .map(({ text, url }) => ({ text: line(text, 120) || url.slice(0, 120), url }))

const isAddress = (url: string) =>
  url.length <= 2000 &&
  /^https?:\/\/[^\s\p{Cc}\p{Noncharacter_Code_Point}]+$/iu.test(url) &&
  URL.canParse(url)

/**
 * A clock that is an hour or a time zone wrong is put up with; what is further ahead would make all that its source
 * says once the clock is right look older than this.
 */
const notAhead = (value: unknown, receivedAt: Instant): Instant | undefined => {
  const instant = instantFrom(value)
  return instant === undefined || instant > after(receivedAt, days(1)) ? undefined : instant
}

/** Before this year nothing that a source says is meant: it is how "not at all" is spelled. */
const firstYear = 2000

/** An instant in any of the spellings that senders have: ISO 8601 with any offset, or seconds or milliseconds. */
function instantFrom(value: unknown): Instant | undefined {
  const number =
    typeof value === 'number' ? value : /^\d{9,13}$/.test(textOf(value)) ? Number(value) : undefined
  const spelled = textOf(value).replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
  const time = number === undefined ? Date.parse(spelled) : number < 1e11 ? number * 1000 : number
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return undefined
  const date = new Date(time)
  const year = date.getUTCFullYear()
  return year < firstYear || year > 9999 ? undefined : date.toISOString()
}

/** The alert as it came; what is longer than 8 KB is left out, with a word about it. */
function payloadFrom(payload: unknown): string {
  const text = queueable(JSON.stringify(payload) ?? 'null')
  const bytes = Buffer.byteLength(text)
  return bytes <= mostBytes ? text : JSON.stringify({ omitted: 'payload', bytes })
}

/** The key of what has none of its own: its labels. */
export const keyOfLabels = (labels: unknown): string => canonicalJson(labels)

const severityWords: Record<string, Severity> = {
  ...{
    critical: 'critical',
    page: 'critical',
    fatal: 'critical',
    emergency: 'critical',
    disaster: 'critical',
  },
  ...{ error: 'error', major: 'error', high: 'error' },
  ...{ warning: 'warning', warn: 'warning', minor: 'warning', average: 'warning' },
  ...{ info: 'info', informational: 'info', none: 'info', low: 'info' },
}

/** The product's severity for the word of a sender; what it does not know is a warning. */
export function severityFrom(word: unknown): Severity {
  const key = textOf(word).trim().toLowerCase()
  return Object.hasOwn(severityWords, key) ? (severityWords[key] ?? 'warning') : 'warning'
}
