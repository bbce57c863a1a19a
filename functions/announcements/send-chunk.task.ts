import { setTimeout as pause } from 'node:timers/promises'
import { openMailer } from '../mail/send.ts'
import { setting } from '../runtime/config.ts'
import { consumer } from '../runtime/event.ts'
import { openServices } from '../runtime/services.ts'
import { announcementMail } from './announcement-mail.ts'
import { isAddressed } from './audience.ts'
import type { Chunk } from './delivery-store.ts'
import { sendChunk } from './send-chunk.ts'

let opened: ReturnType<typeof open> | undefined

function open() {
  const { announcements, people, settings } = openServices()
  return { announcements, people, settings, mailer: openMailer() }
}

const clock = { now: () => new Date().toISOString(), pause: (milliseconds: number) => pause(milliseconds) }

/** Mails one word of an announcement to a chunk of its audience. */
export const handler = consumer<Chunk>(async (chunk) => {
  opened ??= open()
  const { announcements, people, settings, mailer } = opened
  const [said, { components, organisationName }] = await Promise.all([
    announcements.readWord(chunk.announcementId, chunk.seq),
    settings.current(),
  ])
  if (!said) throw new Error(`There is no word ${chunk.seq} of ${chunk.announcementId}.`)
  const around = {
    components,
    organisationName,
    portalUrl: setting('PORTAL_URL'),
    statusUrl: setting('STATUS_URL'),
  }
  await sendChunk(
    chunk,
    {
      isAddressed: (person) => isAddressed(said.announcement.audience, person),
      send: (person, sendKey) => mailer.send(announcementMail(said, person, sendKey, around)),
    },
    { people, deliveries: announcements.deliveries, clock },
  )
})
