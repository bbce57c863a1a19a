import type { Visibility } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Mail } from '../mail/compose.ts'
import type { Preferences } from '../preferences/preferences.ts'
import { quietUntil } from '../preferences/quiet-hours.ts'
import type { TriggerEvent } from '../preferences/trigger.ts'
import type { Instant } from '../runtime/instant.ts'
import { minutesOf, weekdayOf } from '../runtime/wall-time.ts'
import { dayLength, firstInstantOf, wallAt } from '../runtime/zone-days.ts'
import { incidentUrl } from './incident-mail.ts'
import { notices } from './messages-notices.ts'
import { noticeNamed } from './notice.ts'
import { onClockOf, type Reader } from './reader.ts'

/** Something that waits for somebody's digest. */
export type Line = {
  incidentId: string
  occasion: TriggerEvent
  at: Instant
  /** That of the event: who is told of something internal may have lost the right to it when the digest comes. */
  visibility: Visibility
  who: string
}

/** For who never said when: on the mornings of working days. */
const usual: NonNullable<Preferences['digest']> = {
  at: '08:00',
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
}
const mostLines = 200

/** When the next digest comes, by the wall clock of its reader's zone; one in their quiet hours comes at the end of those. */
export function nextDigestAt(
  { digest = usual, quietHours }: Pick<Preferences, 'digest' | 'quietHours'>,
  zone: string,
  now: Instant,
): Instant {
  const today = Math.floor(wallAt(zone, Date.parse(now)) / dayLength)
  for (let day = today; ; day++) {
    if (!digest.weekdays.includes(weekdayOf(day))) continue
    const start = firstInstantOf(zone, day * dayLength + minutesOf(digest.at) * 60_000)
    if (start <= Date.parse(now)) continue
    const at = new Date(start).toISOString()
    return quietUntil(quietHours, zone, at) ?? at
  }
}

/** One mail with all that was gathered, newest last; of very much, as many lines as somebody reads. */
export function digestMail({
  lines,
  reader,
  thread,
  portalUrl,
}: {
  lines: readonly (Line & { incident: Incident })[]
  reader: Reader
  thread: string
  portalUrl: string
}): Omit<Mail, 'sendKey'> {
  const words = notices[reader.language]
  const more = lines.length - mostLines
  const { name, address, language } = reader
  return {
    to: { name, address },
    subject: words.digest.subject(lines.length),
    thread,
    parts: {
      language,
      preview: words.digest.words,
      heading: words.digest.heading,
      paragraphs: [words.digest.words, ...(more > 0 ? [words.digest.more(more)] : [])],
      list: lines.slice(0, mostLines).map(({ incident, occasion, who, at }) => ({
        label: `${incident.id}: ${incident.title}`,
        url: incidentUrl(portalUrl, incident.id),
        text: `${words.occasions[occasion].words(noticeNamed(incident, who))} ${onClockOf(reader, at)}`,
      })),
      button: { label: words.digest.button, url: `${portalUrl}/queue` },
      footer: [words.digest.why, words.trigger.change],
    },
  }
}
