import type { ScheduleEvent } from '../oncall/event.ts'
import type { Override } from '../oncall/override.ts'
import type { Schedule } from '../oncall/schedule.ts'
import { shiftsBetween } from '../oncall/shifts.ts'
import type { Message } from './message.ts'
import { notices } from './messages-notices.ts'
import type { NoticeMessages } from './messages-notices-en.ts'
import { onClockOf, type Reader } from './reader.ts'
import { scheduleUrl } from './shift-message.ts'

type Kind = Exclude<keyof NoticeMessages['schedule'], 'returns' | 'said' | 'button' | 'answer' | 'why'>
/** Somebody whom an agreement about a schedule concerns, and how. */
export type News = { personId: string; kind: Kind }

/**
 * Whom an override or a swap concerns, beside whoever made it: who stands in and who is stood in for, who is asked and
 * who asked.
 * @param others the overrides in force without the one that it is about
 */
export function newsOf(event: ScheduleEvent, schedule: Schedule, others: readonly Override[]): News[] {
  return allOf(event, schedule, others).filter(({ personId }) => personId !== event.by.id)
}

function allOf(event: ScheduleEvent, schedule: Schedule, others: readonly Override[]): News[] {
  switch (event.type) {
    case 'schedule.override_set':
    case 'schedule.override_removed': {
      const { person, from, to } = event.override
      const [forThem, others_] = kinds[event.type]
      const start = from > event.at ? from : event.at
      const shifts = shiftsBetween(schedule, others, start, to).shifts
      const ids = [...new Set(shifts.map((shift) => shift.person.id))].filter((id) => id !== person.id)
      return [
        { personId: person.id, kind: forThem },
        ...ids.map((personId): News => ({ personId, kind: others_ })),
      ]
    }
    case 'schedule.swap_proposed':
      return [{ personId: event.swap.with.id, kind: 'swap_proposed' }]
    case 'schedule.swap_accepted':
      return [{ personId: event.swap.by.id, kind: 'swap_accepted' }]
    case 'schedule.swap_declined':
      return [{ personId: event.swap.by.id, kind: 'swap_declined' }]
    case 'schedule.swap_withdrawn':
      return [{ personId: event.swap.with.id, kind: 'swap_withdrawn' }]
  }
}

const kinds = {
  'schedule.override_set': ['override_set_for', 'override_set_instead'],
  'schedule.override_removed': ['override_removed_for', 'override_removed_back'],
} as const

/** What is told of it, on the reader's clock, with the schedule one click away. */
export function newsMessage({
  kind,
  event,
  schedule,
  reader,
  portalUrl,
}: {
  kind: Kind
  event: ScheduleEvent
  schedule: Schedule
  reader: Reader
  portalUrl: string
}): Message {
  const words = notices[reader.language].schedule
  const about = 'override' in event ? event.override : event.swap
  const onClock = ({ from, to }: { from: string; to: string }) => ({
    ...{ schedule: schedule.name, zone: schedule.zone },
    ...{ from: onClockOf(reader, from), to: onClockOf(reader, to) },
  })
  const named = {
    ...onClock(about),
    who: event.by.name,
    person: 'override' in event ? event.override.person.name : event.swap.by.name,
    other: 'override' in event ? '' : event.swap.with.name,
  }
  const said = words[kind]
  const back = 'swap' in event ? event.swap.return : undefined
  const author = 'override' in event ? event.override.by.name : event.swap.by.name
  const url = scheduleUrl(portalUrl, schedule.id)
  return {
    subject: said.subject(named),
    thread: schedule.id,
    words: said.words(named),
    url,
    parts: {
      language: reader.language,
      preview: said.words(named),
      heading: said.subject(named),
      paragraphs: [said.words(named), ...(back ? [words.returns(onClock(back))] : [])],
      ...(about.reason && { quote: { label: words.said(author), text: about.reason } }),
      button: { label: kind === 'swap_proposed' ? words.answer : words.button, url },
      footer: [words.why(named)],
    },
  }
}
