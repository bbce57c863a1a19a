import { ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { AnnouncementAnswer } from '../answers.ts'
import { mayRead } from '../audience.ts'
import { represent } from '../representation.ts'
import { isId, probablyMay } from '../subject.ts'

export const getAnnouncement = operation({
  method: 'GET',
  path: '/announcements/{id}',
  summary: 'Read an announcement with everything that was said',
  action: 'anyone',
  answers: { status: 200, description: 'The announcement, to those it is for', schema: AnnouncementAnswer },
  load: async ({ id = '' }, services, { callerId }) => {
    if (!isId(id)) return undefined
    const { announcements } = services
    const counting = probablyMay(callerId, 'announcement.read_deliveries', services)
    const [record, deliveries] = await Promise.all([
      announcements.read(id),
      counting ? announcements.deliveries.count(id) : undefined,
    ])
    return record && { ...record, deliveries }
  },
  async perform({ caller, subject: { announcement, words, deliveries }, now }, { announcements }) {
    if (!mayRead(caller, announcement)) throw notFound()
    return ok(
      represent(announcement, {
        now,
        words,
        named: caller.may('announcement.read'),
        deliveries: caller.may('announcement.read_deliveries')
          ? (deliveries ?? (await announcements.deliveries.count(announcement.id)))
          : undefined,
      }),
    )
  },
})
