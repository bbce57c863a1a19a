import * as z from 'zod/mini'
import { channelFor } from '../preferences/channel-for.ts'
import { quietUntil } from '../preferences/quiet-hours.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Send } from './claim.ts'
import { noticeText } from './messages-notices.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { seenFrom, stageOf, turnFrom } from './reminder.ts'
import { rotaPrefix } from './reminder-store.ts'
import { sendOnce, type Try, timeOf } from './send-once.ts'
import { shiftMessage } from './shift-message.ts'

const Due = z.object({
  scheduleId: z.string(),
  at: z.string(),
  reminder: z.object({ personId: z.string(), from: z.string(), minutes: z.number() }),
})

/**
 * Reminds somebody of a shift, if it is still theirs, in the way in which they hear of what is not urgent. One that
 * waited for the end of their quiet hours might come after the beginning: in those it is a mail, which rings nobody.
 */
export async function remindOfShift(event: object, moment: Instant | Try, post: Post): Promise<void> {
  const { scheduleId, at, reminder } = z.parse(Due, event)
  const { people, preferences, settings, oncall } = post.services
  const { personId, from, minutes } = reminder
  const now = timeOf(moment)
  const [person, wishes, { schedules }, overrides] = await Promise.all([
    people.read(personId),
    preferences.read(personId),
    settings.current(),
    oncall.overridesFrom(seenFrom(from)),
  ])
  // Asked of the instant at which it was due, so that every try goes the same way under the same key.
  const isQuiet = person && quietUntil(wishes.quietHours, person.zone, at)
  const send: Send = {
    ...{ incidentId: `${rotaPrefix}${scheduleId}`, occasion: from, matter: `shift-${minutes}` },
    ...{
      recipient: { id: personId, name: person?.name ?? personId },
      reason: noticeText(({ shift }) => shift.why),
      event: 'shift.due',
    },
    channel: isQuiet ? 'mail' : channelFor({ preferences: wishes }),
  }
  await sendOnce(post, send, moment, async () => {
    const schedule = schedules.find(({ id }) => id === scheduleId)
    const turn = schedule && turnFrom(schedule, overrides, reminder)
    if (!person || !schedule) return { suppressed: person ? 'unknown_schedule' : 'unknown_person' }
    if (!turn) return { suppressed: 'shift_moved' }
    const stage = stageOf(from, now)
    if (!stage) return { suppressed: 'too_late' }
    const reader = readerOf(person)
    return {
      message: shiftMessage({ turn, schedule, stage, reader, portalUrl: post.portalUrl }),
      to: { reader, preferences: wishes },
    }
  })
}
