import { created, operation } from '../../runtime/operation.ts'
import { demandKnown, Update, update } from '../announcement.ts'
import { AnnouncementAnswer } from '../answers.ts'
import { represent } from '../representation.ts'
import { isId } from '../subject.ts'

export const updateAnnouncement = operation({
  method: 'POST',
  path: '/announcements/{id}/updates',
  summary: 'Say how it goes on; resolved ends it',
  action: 'announcement.publish',
  creates: true,
  body: Update,
  answers: { status: 201, description: 'The announcement with the update', schema: AnnouncementAnswer },
  load: async ({ id = '' }, { announcements, settings }) => {
    if (!isId(id)) return undefined
    const [record, { components }] = await Promise.all([announcements.read(id), settings.current()])
    return record && { ...record, components }
  },
  async perform({ body, caller, subject, now, once }, { announcements }) {
    const by = { kind: 'person', id: caller.id, name: caller.name } as const
    demandKnown(body.components ?? [], subject.components)
    const change = update(subject.announcement, body, { now, by })
    const words = [...subject.words, ...change.events]
    return announcements.save(change, {
      now,
      once,
      answer: (after) => created(represent(after, { now, words, named: true })),
    })
  },
})
