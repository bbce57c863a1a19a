import type { Instant } from '../runtime/instant.ts'

export type CalendarEvent = {
  /** The same for the same thing in every version of the calendar. */
  uid: string
  from: Instant
  to: Instant
  summary: string
  description?: string
}

/**
 * A calendar as a file (RFC 5545): times in UTC, text escaped (3.3.11), lines folded at 75 octets (3.1).
 * @param stampedAt when it was made; equal input makes equal text.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], stampedAt: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Evenkeel//On-call//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => linesOf(event, stampedAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const linesOf = ({ uid, from, to, summary, description }: CalendarEvent, stampedAt: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${basic(stampedAt)}`,
  `DTSTART:${basic(from)}`,
  `DTEND:${basic(to)}`,
  `SUMMARY:${escaped(summary)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** `20261025T003000Z` */
const basic = (instant: Instant): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

const mostOctets = 75

/** No line is cut inside a character; each further one begins with a space, which counts. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > mostOctets) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += length
  }
  return [...parts, part].join('\r\n ')
}
