import type { ScheduleEvent } from '../oncall/event.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Send } from './claim.ts'
import { noticeText } from './messages-notices.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { newsMessage, newsOf } from './schedule-news.ts'
import { allOf, sendOnce, type Try } from './send-once.ts'

/** Tells everybody whom an override or a swap concerns of it, by mail, once. */
export async function tellScheduleNews(
  place: { sk: string },
  event: ScheduleEvent,
  moment: Instant | Try,
  post: Post,
): Promise<void> {
  const { settings, oncall, people } = post.services
  const about = 'override' in event ? event.override : event.swap
  const [{ schedules }, overrides] = await Promise.all([
    settings.current(),
    oncall.overridesFrom(about.from < event.at ? event.at : about.from),
  ])
  const schedule = schedules.find(({ id }) => id === event.scheduleId)
  if (!schedule) return
  const others = overrides.filter(({ id }) => id !== about.id)
  const news = newsOf(event, schedule, others)
  const found = await people.readMany(news.map(({ personId }) => personId))
  await allOf(
    news.map(({ personId, kind }) => {
      const person = found.find(({ id }) => id === personId)
      const send: Send = {
        ...{ incidentId: event.scheduleId, occasion: place.sk.replace('#', ''), matter: kind },
        ...{ recipient: { id: personId, name: person?.name ?? personId }, channel: 'mail' },
        ...{
          reason: noticeText((words) => words.schedule.why({ schedule: schedule.name })),
          event: event.type,
        },
      }
      return sendOnce(post, send, moment, async () => {
        if (!person) return { suppressed: 'unknown_person' }
        const reader = readerOf(person)
        return {
          message: newsMessage({ kind, event, schedule, reader, portalUrl: post.portalUrl }),
          to: { reader },
        }
      })
    }),
  )
}
