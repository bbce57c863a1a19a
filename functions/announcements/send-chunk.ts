import type { Person } from '../people/person.ts'
import type { People } from '../people/store.ts'
import { after, type Instant, seconds } from '../runtime/instant.ts'
import { type Chunk, type Deliveries, type DeliveryStatus, leaseMilliseconds } from './delivery-store.ts'

/** Mails on their way at once; four chunks are worked in parallel, and SES grants 14 mails a second at first. */
const abreast = 5

/** The function ends after 120 s; what is left then is the next try's. */
const longestTry = seconds(80)

export type Errand = {
  /** Whether this person is meant, by the audience and their roles. */
  isAddressed(person: Person): boolean
  /** Hands one mail over. @throws Unreachable for an address that will never take it; anything else is tried again. */
  send(person: Person, sendKey: string): Promise<void>
}
export type Clock = { now(): Instant; pause(milliseconds: number): Promise<void> }

/** This address will not take this mail, however often it is tried. */
export class Unreachable extends Error {}

/**
 * Mails one word to everyone of a chunk, each once however often the chunk comes: every mail is claimed before and
 * settled after it is sent. A mail whose try died in between is sent again under the same key.
 * @throws Error when something is left to do, so that the queue brings the chunk again.
 */
export async function sendChunk(
  chunk: Chunk,
  errand: Errand,
  { people, deliveries, clock }: { people: Pick<People, 'readShard'>; deliveries: Deliveries; clock: Clock },
): Promise<void> {
  const started = clock.now()
  const addressed = (await peopleOf(chunk, people)).filter((person) => errand.isAddressed(person))

  for (let pass = 1; ; pass++) {
    const known = await deliveries.readChunk(chunk)
    const left = addressed.filter(({ id }) => !isSettled(known.get(id)))
    const late = clock.now() > after(started, longestTry)
    if (left.length === 0 || late || pass > 2) {
      await deliveries.writeProgress(chunk, countOf(addressed.map(({ id }) => known.get(id))))
      if (left.length === 0) return
      throw new Error(`${left.length} mails of a chunk are not settled yet.`)
    }
    // Whatever the first pass left is in another try's hand, or was when that try was killed.
    if (pass === 2) await clock.pause(leaseMilliseconds)
    await inRows(left, (person) => deliver(person, chunk, errand, { deliveries, clock }))
  }
}

async function deliver(
  person: Person,
  chunk: Chunk,
  errand: Errand,
  { deliveries, clock }: { deliveries: Deliveries; clock: Clock },
): Promise<void> {
  if (!(await deliveries.claim(chunk, person, clock.now()))) return
  try {
    await errand.send(person, deliveries.sendKeyOf(chunk, person.id))
  } catch (error) {
    if (error instanceof Unreachable) return deliveries.settle(chunk, person.id, 'failed', clock.now())
    await deliveries.release(chunk, person.id, clock.now())
    throw error
  }
  await deliveries.settle(chunk, person.id, 'sent', clock.now())
}

async function peopleOf(
  { shard, afterId, untilId }: Chunk,
  people: Pick<People, 'readShard'>,
): Promise<Person[]> {
  const found: Person[] = []
  let place = afterId
  do {
    const page = await people.readShard(shard, place)
    found.push(...page.people)
    place = page.lastId
  } while (place && place < untilId)
  return found.filter(({ id }) => id <= untilId)
}

async function inRows<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += abreast) {
    const outcomes = await Promise.allSettled(all.slice(start, start + abreast).map(work))
    const failure = outcomes.find(({ status }) => status === 'rejected')
    if (failure?.status === 'rejected') throw failure.reason
  }
}

const isSettled = (status: DeliveryStatus | undefined) => status !== undefined && status !== 'claimed'

const reached: readonly (DeliveryStatus | undefined)[] = ['sent', 'delivered', 'complained']
const missed: readonly (DeliveryStatus | undefined)[] = ['failed', 'bounced']

const countOf = (statuses: readonly (DeliveryStatus | undefined)[]) => ({
  sent: statuses.filter((status) => reached.includes(status)).length,
  failed: statuses.filter((status) => missed.includes(status)).length,
})
