import * as z from 'zod/mini'
import type { Incident } from '../incidents/incident.ts'
import { involves } from '../incidents/representation.ts'
import { permits } from '../people/access.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import type { Send } from './claim.ts'
import { digestMail } from './digest.ts'
import type { Gathered } from './digest-store.ts'
import { noticeText } from './messages-notices.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'
import { sendOnce, type Try } from './send-once.ts'

const Due = z.object({ digestId: z.string(), personId: z.string(), generation: z.number() })

const largestBatch = 100

/** Sends what somebody's digest gathered, and takes it away only then: a digest that fails loses nothing. */
export async function sendDigest(event: object, moment: Instant | Try, post: Post): Promise<void> {
  const { digestId, personId, generation } = z.parse(Due, event)
  const { people, digests } = post.services
  const lines = await digests.gathered(personId, generation)
  if (lines.length === 0) return
  const person = await people.read(personId)
  const send: Send = {
    ...{ incidentId: digestId, occasion: `G${generation}`, matter: 'digest', channel: 'mail' },
    ...{
      recipient: { id: personId, name: person?.name ?? personId },
      reason: noticeText(({ digest }) => digest.why),
      event: 'digest.due',
    },
  }
  await sendOnce(post, send, moment, async () => {
    if (!person) return { suppressed: 'unknown_person' }
    const shown = await stillTheirs(lines, person, post.services)
    if (shown.length === 0) return { suppressed: 'nothing_left' }
    const reader = readerOf(person)
    return { mail: digestMail({ lines: shown, reader, thread: digestId, portalUrl: post.portalUrl }) }
  })
  await digests.clear(personId, lines)
}

/** Of what was gathered, what they may read and want to hear at this moment. */
async function stillTheirs(
  lines: readonly Gathered[],
  { id, roles }: Person,
  { incidents, mutes }: Services,
): Promise<(Gathered & { incident: Incident })[]> {
  const ids = [...new Set(lines.map(({ incidentId }) => incidentId))]
  const batches = Array.from({ length: Math.ceil(ids.length / largestBatch) }, (_, n) =>
    ids.slice(n * largestBatch, (n + 1) * largestBatch),
  )
  const [heads, muted] = await Promise.all([
    Promise.all(batches.map((batch) => incidents.readHeads(batch))),
    mutes.ofPerson(id),
  ])
  const readable = heads
    .flat()
    .filter((incident) => permits(roles, 'incident.read', { own: involves(incident, id) }))
    .filter((incident) => muted.every((one) => one.id !== incident.id))
  const seesInternal = permits(roles, 'incident.read_internal', { own: false })
  return lines.flatMap((line) => {
    if (line.visibility !== 'public' && !seesInternal) return []
    const incident = readable.find((one) => one.id === line.incidentId)
    return incident ? [{ ...line, incident }] : []
  })
}
