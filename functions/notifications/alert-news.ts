import type { Matcher } from '../alerts/matcher.ts'
import type { LosingReason } from '../alerts/refused.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Message } from './message.ts'
import { messages } from './messages.ts'
import { alertMessages } from './messages-alerts.ts'
import { onClockOf, type Reader } from './reader.ts'

type For = { reader: Reader; portalUrl: string }

const alertUrl = (portalUrl: string, id: string): string => `${portalUrl}/alerts/${encodeURIComponent(id)}`
const silenceUrl = (portalUrl: string, id: string) => `${portalUrl}/alerts/silences/${encodeURIComponent(id)}`
const sourceUrl = (portalUrl: string, id: string) => `${portalUrl}/alerts/sources/${encodeURIComponent(id)}`

/** That an alert changes so often that it is held. */
export function flappingMessage(
  { alertId, at, ...rest }: { alertId: string; at: Instant; title: string; changes: number; minutes: number },
  { team, reader, portalUrl }: For & { team: string },
): Message {
  const { flapping } = alertMessages[reader.language]
  const { facts } = messages[reader.language]
  const named = { ...rest, team }
  const url = alertUrl(portalUrl, alertId)
  return {
    ...{ subject: flapping.subject(named), thread: alertId, words: flapping.words(named), url },
    parts: {
      ...{ language: reader.language, preview: flapping.words(named), heading: flapping.heading },
      paragraphs: [flapping.words(named), flapping.advice],
      facts: [{ label: facts.when, value: onClockOf(reader, at) }],
      button: { label: flapping.button, url },
      footer: [flapping.why(named)],
    },
  }
}

/** That a source sends more than anybody can read one by one. */
export function stormMessage(
  { sourceId, startedAt, requests }: { sourceId: string; startedAt: Instant; requests: number },
  { source, reader, portalUrl }: For & { source: string },
): Message {
  const { storm } = alertMessages[reader.language]
  const { facts } = messages[reader.language]
  const named = { source, requests }
  const url = `${portalUrl}/alerts?source=${encodeURIComponent(sourceId)}`
  return {
    ...{ subject: storm.subject(named), thread: `storm_${sourceId}`, words: storm.words(named), url },
    parts: {
      ...{ language: reader.language, preview: storm.words(named), heading: storm.heading },
      paragraphs: [storm.words(named), storm.advice],
      facts: [{ label: facts.when, value: onClockOf(reader, startedAt) }],
      button: { label: storm.button, url },
      alternative: { label: storm.source, url: sourceUrl(portalUrl, sourceId) },
      footer: [storm.why],
    },
  }
}

/** That something of a source could not be taken: which source, why, and what helps. */
export function refusingMessage(
  { sourceId, at, reason }: { sourceId: string; at: Instant; reason: LosingReason },
  { source, reader, portalUrl }: For & { source: string },
): Message {
  const { refusing } = alertMessages[reader.language]
  const { facts } = messages[reader.language]
  const named = { source, reason }
  const url = sourceUrl(portalUrl, sourceId)
  return {
    ...{
      subject: refusing.subject(named),
      thread: `refusing_${sourceId}`,
      words: refusing.words(named),
      url,
    },
    parts: {
      ...{ language: reader.language, preview: refusing.words(named), heading: refusing.heading },
      paragraphs: [refusing.words(named), refusing.todo(named), refusing.advice],
      facts: [{ label: facts.when, value: onClockOf(reader, at) }],
      button: { label: refusing.button, url },
      footer: [refusing.why],
    },
  }
}

/** That a silence ends soon: what it is about, and how much it holds. */
export function silenceEndingMessage(
  silence: { id: string; endsAt: Instant; reason: string; matchers: readonly Matcher[] },
  { held, nameOf, reader, portalUrl }: For & { held: { count: number; isAll: boolean }; nameOf: NameOf },
): Message {
  const words = alertMessages[reader.language]
  const { id, reason, matchers } = silence
  const named = { endsAt: onClockOf(reader, silence.endsAt), held: held.count, isAll: held.isAll }
  const url = silenceUrl(portalUrl, id)
  return {
    ...{ subject: words.silence.subject(named), thread: id, words: words.silence.words(named), url },
    parts: {
      ...{ language: reader.language, preview: words.silence.words(named), heading: words.silence.heading },
      paragraphs: [words.silence.words(named)],
      quote: { label: words.silence.reason, text: reason },
      facts: [
        {
          label: words.silence.matchers,
          value: matchers.map((matcher) => matcherWords(matcher, reader, nameOf)).join(', '),
        },
      ],
      button: { label: words.silence.button, url },
      footer: [words.silence.why],
    },
  }
}

/** The name of a source. */
type NameOf = (sourceId: string) => string

/** `host = db1`, `Severity ≠ info`. */
function matcherWords({ label, op, value }: Matcher, { language }: Reader, nameOf: NameOf): string {
  const { facts, ops, nothing } = alertMessages[language].matcher
  const name = Object.hasOwn(facts, label) ? facts[label as keyof typeof facts] : label
  const said = label === '@source' && (op === 'is' || op === 'is_not') ? nameOf(value) : value
  return `${name} ${ops[op]} ${said === '' ? nothing : said}`
}
