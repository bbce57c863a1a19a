import {
  type Announcement,
  Publication,
  publish,
  type Update,
  update,
} from '../../../functions/announcements/announcement.ts'
import type { AnnouncementRecord } from '../../../functions/announcements/lists.ts'

export const now = '2026-11-23T09:00:00.000Z'
export const ines = { kind: 'person', id: 'ines', name: 'Ines' } as const

export const outage = {
  title: 'Email is down',
  body: 'We are finding out why.',
  stage: 'investigating',
  audience: 'public',
  components: [{ id: 'cmp_email', state: 'major_outage' }],
}

/** What the API would read from a body like this. */
export const publication = (overrides: Record<string, unknown> = {}) =>
  Publication.parse({ ...outage, ...overrides })

/** A published announcement with the words that followed, oldest first. */
export function story(
  overrides: Record<string, unknown> = {},
  said: readonly (Update & { at: string })[] = [],
  published = now,
): AnnouncementRecord {
  const { id = 'ann_1', ...input } = overrides
  const first = publish(publication(input), { id: String(id), now: published, by: ines })
  let announcement: Announcement = first.after
  const words = [...first.events]
  for (const { at, ...word } of said) {
    const change = update(announcement, word, { now: at, by: ines })
    announcement = change.after
    words.push(...change.events)
  }
  return { announcement, words }
}
