import { ulid } from 'ulid'
import { created, operation } from '../../runtime/operation.ts'
import { demandKnown, Publication, publish } from '../announcement.ts'
import { AnnouncementAnswer } from '../answers.ts'
import { represent } from '../representation.ts'

export const publishAnnouncement = operation({
  method: 'POST',
  path: '/announcements',
  summary: 'Publish an announcement',
  action: 'announcement.publish',
  creates: true,
  body: Publication,
  answers: {
    status: 201,
    description: 'The announcement, which is on its way to its audience',
    schema: AnnouncementAnswer,
  },
  load: (_params, { settings }) => settings.current(),
  async perform({ body, caller, subject: settings, now, once }, { announcements }) {
    demandKnown(body.components, settings.components)
    const by = { kind: 'person', id: caller.id, name: caller.name } as const
    const change = publish(body, { id: `ann_${ulid(Date.parse(now))}`, now, by })
    return announcements.save(change, {
      now,
      once,
      answer: (after) => created(represent(after, { now, words: change.events, named: true })),
    })
  },
})
