import * as z from 'zod/mini'
import type { ScheduleEvent } from '../oncall/event.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { lookAhead } from './look-ahead.ts'
import type { Post } from './post.ts'
import { remindOfShift } from './remind-of-shift.ts'
import { rotaPrefix } from './reminder-store.ts'
import { sendDigest } from './send-digest.ts'
import type { Try } from './send-once.ts'
import { tellFlapping, tellRefusing, tellSilenceEnding, tellStorm } from './tell-alert-news.ts'
import { tellRekindled } from './tell-rekindled.ts'
import { tellScheduleNews } from './tell-schedule-news.ts'
import { telling } from './telling.ts'
import { warnAdministrators } from './warn-administrators.ts'

type Tell = (event: DomainEvent, moment: Try, post: Post) => Promise<void>

/** What people are told beside pages and what their incidents say, by the type of the event. */
const told: Readonly<Record<string, Tell>> = {
  'digest.due': sendDigest,
  'shift.due': remindOfShift,
  'settings.changed': lookAtSchedules,
  'preferences.changed': lookAtShiftsOf,
  'escalation.skipped': warnAdministrators,
  'escalation.exhausted': warnAdministrators,
  'alert.flapping': tellFlapping,
  'storm.started': tellStorm,
  'silence.ending': tellSilenceEnding,
  'source.refusing': tellRefusing,
  'alert.rekindled': tellRekindled,
}

/** Schedules that are set up anew begin other shifts than those that somebody looked at. */
async function lookAtSchedules(event: object, { now }: Try, { services }: Post): Promise<void> {
  const { changes } = z.parse(Changed, event)
  if (changes.every(({ part }) => part !== 'schedules')) return
  const { schedules } = await services.settings.current()
  for (const { id } of schedules) await lookAhead(rotaPrefix + id, now, services)
}

/** Who wants to be reminded earlier than before would else be reminded late the first time. */
async function lookAtShiftsOf(event: object, { now }: Try, { services }: Post): Promise<void> {
  const { personId } = z.parse(z.object({ personId: z.string() }), event)
  const { schedules } = await services.settings.current()
  const theirs = schedules.filter(({ layers }) =>
    layers.some(({ people }) => people.some(({ id }) => id === personId)),
  )
  for (const { id } of theirs) await lookAhead(rotaPrefix + id, now, services)
}

const Changed = z.object({ changes: z.array(z.object({ part: z.string() })) })

/** An agreement moves shifts, and is told to whom it concerns. */
async function tellOfSchedule(event: ScheduleEvent & { sk: string }, moment: Try, post: Post) {
  await lookAhead(rotaPrefix + event.scheduleId, moment.now, post.services)
  await tellScheduleNews(event, event, moment, post)
}

const isOfSchedule = (event: { type: string }): event is ScheduleEvent & { sk: string; type: string } =>
  event.type.startsWith('schedule.')

export const handler = telling<DomainEvent | (ScheduleEvent & { sk: string })>(
  async (event, attempt, post) =>
    isOfSchedule(event) ? tellOfSchedule(event, attempt, post) : told[event.type]?.(event, attempt, post),
)
