import { Refusal } from '../runtime/refusal.ts'
import { yearlyFrom } from './yearly.ts'

export type Holiday = { date: string; name: string }
/** First and last date of what is wanted, `2026-01-01`. */
type Range = { from: string; to: string }
type Property = { name: string; parameters: string; value: string }
/** What one file may bring, so that one line cannot fill the calendar with centuries. */
const mostDays = 500
const longestName = 120

const refused = (en: string, de: string) => new Refusal('incomplete', { en, de }, { errors: [] })
const unreadable = () =>
  refused(
    'This is not a calendar file. Choose one whose name ends in .ics.',
    'Das ist keine Kalenderdatei. Wählen Sie eine, deren Name auf .ics endet.',
  )

/**
 * The whole days of an iCalendar file (RFC 5545), one entry for each day: all-day events, also of several days and
 * those that come again every year. What has a time of day is no holiday and is left out, as is what was canceled.
 * @throws Refusal `incomplete` when it is no calendar, has no all-day event in the range, or repeats otherwise.
 */
export function holidaysFrom(ical: string, range: Range): Holiday[] {
  const events = eventsIn(propertiesOf(ical))
  const days = events.flatMap((event) => daysOf(event, range))
  const single = new Map(days.map((day) => [day.date, day]))
  if (single.size === 0) {
    throw refused(
      `There is no all-day event between ${range.from} and ${range.to} in this file.`,
      `In dieser Datei steht zwischen ${range.from} und ${range.to} kein ganztägiger Termin.`,
    )
  }
  if (single.size > mostDays) {
    throw refused(
      `These are ${single.size} days; a calendar holds up to ${mostDays} holidays.`,
      `Das sind ${single.size} Tage; ein Kalender fasst bis zu ${mostDays} Feiertage.`,
    )
  }
  return [...single.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Lines are folded by a line break and one space or tab (3.1). */
function propertiesOf(ical: string): Property[] {
  const lines = ical
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines[0]?.trim().toUpperCase() !== 'BEGIN:VCALENDAR') throw unreadable()
  return lines.flatMap((line) => {
    const found = /^([A-Za-z0-9-]+)((?:;[^=:;]+=(?:"[^"]*"|[^":;]*))*):(.*)$/s.exec(line)
    const [, name = '', parameters = '', value = ''] = found ?? []
    return found ? { name: name.toUpperCase(), parameters: parameters.toUpperCase(), value } : []
  })
}

type Event = Map<string, Property>

/** The properties of each event; those of an alarm inside one are not its own. */
function eventsIn(properties: readonly Property[]): Event[] {
  const events: Event[] = []
  let event: Event | undefined
  let depth = 0
  for (const property of properties) {
    const what = property.value.trim().toUpperCase()
    if (property.name === 'BEGIN' && what === 'VEVENT' && !event) event = new Map()
    else if (property.name === 'BEGIN' && event) depth += 1
    else if (property.name === 'END' && event && depth > 0) depth -= 1
    else if (property.name === 'END' && event) {
      events.push(event)
      event = undefined
    } else if (event && depth === 0) keep(event, property)
  }
  if (event) throw unreadable()
  return events
}

/** Exceptions may stand on several lines; of everything else the first counts. */
function keep(event: Event, property: Property): void {
  const known = event.get(property.name)
  if (!known) event.set(property.name, property)
  else if (property.name === 'EXDATE')
    event.set('EXDATE', { ...known, value: `${known.value},${property.value}` })
}

function daysOf(event: Event, range: Range): Holiday[] {
  const start = dateOf(event.get('DTSTART'))
  if (!start || event.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return []
  const name = nameOf(event.get('SUMMARY'))
  const end = dateOf(event.get('DTEND')) ?? plus(start, lengthOf(event.get('DURATION')))
  const length = Math.max(1, Math.round((Date.parse(end) - Date.parse(start)) / day))
  if (length > 366) throw refused(`“${name}” lasts over a year.`, `„${name}“ dauert über ein Jahr.`)
  const rule = event.get('RRULE')?.value.trim()
  const starts = rule ? yearlyFrom(start, rule, range.to) : [start]
  if (!starts) {
    throw refused(
      `“${name}” repeats in a way that is not read here (${rule}); only what comes every year on one date is.`,
      `„${name}“ wiederholt sich auf eine Weise, die hier nicht gelesen wird (${rule}); nur jährlich am selben Datum.`,
    )
  }
  const left = (event.get('EXDATE')?.value ?? '').split(',').map((value) => dated(value.trim().slice(0, 8)))
  return starts
    .filter((first) => !left.includes(first))
    .flatMap((first) => Array.from({ length }, (_, index) => ({ date: plus(first, index), name })))
    .filter(({ date }) => date >= range.from && date <= range.to)
}

const day = 86_400_000
const plus = (date: string, days: number) =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** `P1D`, `P2W`: whole days (3.3.6). */
function lengthOf(duration: Property | undefined): number {
  const [, amount, unit] = /^\+?P(\d{1,4})([DW])$/.exec(duration?.value.trim().toUpperCase() ?? '') ?? []
  return Number(amount ?? 1) * (unit === 'W' ? 7 : 1)
}

/** A date without a time; an instant is no whole day. */
const dateOf = (property: Property | undefined): string | undefined =>
  property && /^\d{8}$/.test(property.value.trim()) ? dated(property.value.trim()) : undefined

function dated(digits: string): string | undefined {
  const date = digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const at = Date.parse(date)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined
}

/** Commas, semicolons, backslashes and line breaks are escaped (3.3.11). */
function nameOf(summary: Property | undefined): string {
  const text = (summary?.value ?? '')
    .replace(/\\(.)/g, (_, char: string) => (/n/i.test(char) ? ' ' : char))
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return [...(text || 'Holiday')].slice(0, longestName).join('').slice(0, longestName).toWellFormed()
}
