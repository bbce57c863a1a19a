import type { Schedule } from '../oncall/schedule.ts'
import type { Message } from './message.ts'
import { notices } from './messages-notices.ts'
import { onClockOf, type Reader } from './reader.ts'
import type { Turn } from './reminder.ts'

export const scheduleUrl = (portalUrl: string, id: string): string => `${portalUrl}/on-call/${id}`

/** What reminds somebody of their shift, on their own clock. */
export function shiftMessage({
  turn,
  schedule,
  stage,
  reader,
  portalUrl,
}: {
  turn: Turn
  schedule: Pick<Schedule, 'id' | 'name' | 'zone'>
  stage: 'soon' | 'begun'
  reader: Reader
  portalUrl: string
}): Message {
  const { shift } = notices[reader.language]
  const said = shift[stage]
  const named = {
    ...{ schedule: schedule.name, zone: schedule.zone },
    ...{ from: onClockOf(reader, turn.from), to: onClockOf(reader, turn.to) },
  }
  const url = scheduleUrl(portalUrl, schedule.id)
  return {
    subject: said.subject(named),
    thread: schedule.id,
    words: said.words(named),
    url,
    parts: {
      language: reader.language,
      preview: said.words(named),
      heading: said.heading,
      paragraphs: [said.words(named)],
      button: { label: shift.button, url },
      footer: [shift.why],
    },
  }
}
