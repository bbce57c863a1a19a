import { ulid } from 'ulid'
import * as z from 'zod/mini'
import { permits } from '../../people/access.ts'
import { setting } from '../../runtime/config.ts'
import { sha256 } from '../../runtime/hash.ts'
import { created, ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import type { Services } from '../../runtime/services.ts'
import { Feed, feedFile, feedStart } from '../feed.ts'
import { tooManyFeeds } from '../refusals.ts'
import { scheduleIn } from '../view.ts'

/** What one person may have, in all schedules together. */
const mostFeeds = 50

const loadFeeds = async (
  { id }: Record<string, string>,
  { settings, oncall }: Services,
  { callerId }: { callerId: string },
) => {
  const [current, feeds] = await Promise.all([settings.current(), oncall.feeds.ofPerson(callerId)])
  const schedule = scheduleIn(current, id)
  return schedule && { schedule, feeds }
}

export const addFeed = operation({
  method: 'POST',
  path: '/schedules/{id}/feeds',
  summary:
    'Make a secret address under which a calendar program reads the shifts, all or mine; it is shown once',
  action: 'schedule.read',
  body: z.pick(Feed, { only: true }),
  answers: {
    status: 201,
    description: 'The feed with its address',
    schema: z.extend(Feed, { url: z.string() }),
  },
  load: loadFeeds,
  async perform({ subject: { schedule, feeds }, body: { only }, caller, now }, { oncall }) {
    if (feeds.length >= mostFeeds) throw tooManyFeeds()
    const feed = { id: `feed_${ulid(Date.parse(now))}`, scheduleId: schedule.id, only, createdAt: now }
    const token = await oncall.feeds.add({ ...feed, personId: caller.id })
    return created({ ...feed, url: `${setting('API_URL')}/v1/feeds/${token}.ics` })
  },
})

export const listFeeds = operation({
  method: 'GET',
  path: '/schedules/{id}/feeds',
  summary: 'List my calendar addresses for this schedule, without their secrets',
  action: 'schedule.read',
  answers: { status: 200, description: 'My feeds', schema: z.object({ items: z.array(Feed) }) },
  load: loadFeeds,
  async perform({ subject: { schedule, feeds } }) {
    const own = feeds.filter(({ scheduleId }) => scheduleId === schedule.id)
    return ok({ items: own.map(({ personId, ...feed }) => feed) })
  },
})

export const removeFeed = operation({
  method: 'DELETE',
  path: '/schedules/{id}/feeds/{feedId}',
  summary: 'Revoke a calendar address of mine',
  action: 'schedule.read',
  answers: { status: 204, description: 'It works no more' },
  async perform({ params: { feedId = '' }, caller }, { oncall }) {
    if (!(await oncall.feeds.remove(caller.id, feedId))) throw notFound()
    return { status: 204 }
  },
})

export const readFeed = operation({
  method: 'GET',
  path: '/feeds/{token}',
  summary: 'Read a calendar by its secret address',
  action: 'anyone',
  answers: { status: 200, description: 'Shifts as text/calendar (RFC 5545), from 4 weeks back to 26 ahead' },
  async load({ token = '' }, { settings, oncall, people }) {
    const [feed, current, overrides] = await Promise.all([
      oncall.feeds.read(token.replace(/\.ics$/, '')),
      settings.current(),
      oncall.overridesFrom(feedStart(new Date().toISOString())),
    ])
    const schedule = feed && scheduleIn(current, feed.scheduleId)
    // The address is as good as its owner's rights are now.
    const owner = schedule && (await people.read(feed.personId))
    const mayRead = owner && permits(owner.roles, 'schedule.read', { own: false })
    return mayRead ? { feed, schedule, overrides, owner } : undefined
  },
  async perform({ subject: { feed, schedule, overrides, owner }, now }) {
    const raw = feedFile(feed, schedule, { overrides, now, language: owner.locale })
    return {
      status: 200,
      raw,
      etag: `"${sha256(raw).slice(0, 22)}"`,
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
    }
  },
})
