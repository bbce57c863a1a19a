import { fateOf, isThrottled } from '../mail/send.ts'
import type { Person } from '../people/person.ts'
import type { People } from '../people/store.ts'
import { after, elapsed, type Instant, seconds } from '../runtime/instant.ts'
import { type Chunk, type Deliveries, type DeliveryStatus, leaseMilliseconds } from './delivery-store.ts'
import { pace } from './pace.ts'

/** The function ends after 120 s, and a mail on its way takes up to 25; what is left then is the next try's. */
const longestTry = seconds(90)
const firstWait = seconds(1)
const longestWait = seconds(16)

export type Errand = {
  /** Whether this person is meant, by the audience and their roles. */
  isAddressed(person: Person): boolean
  /** Hands one mail over. What it throws decides whether the mail is tried again. */
  send(person: Person, sendKey: string): Promise<void>
}
export type Clock = { now(): Instant; pause(milliseconds: number): Promise<void> }
type Around = { people: Pick<People, 'readShard'>; deliveries: Deliveries; clock: Clock }

/**
 * Mails one word to everyone of a chunk, each once however often the chunk comes: every mail is claimed before and
 * settled after it is sent. A mail whose try died in between is sent again under the same key, and one that fails
 * keeps nobody else waiting.
 * @throws Error when something is left to do, so that the queue brings the chunk again.
 */
export async function sendChunk(chunk: Chunk, errand: Errand, around: Around): Promise<void> {
  const { people, deliveries, clock } = around
  const until = after(clock.now(), longestTry)
  const addressed = (await peopleOf(chunk, people)).filter((person) => errand.isAddressed(person))
  let fault: unknown

  for (let pass = 1; ; pass++) {
    const known = await deliveries.readChunk(chunk)
    const left = addressed.filter(({ id }) => !isSettled(known.get(id)))
    // Whatever the first pass left without a fault is in another try's hand, or was when that try was killed.
    const wait = pass === 1 ? 0 : leaseMilliseconds
    if (left.length === 0 || fault || pass > 2 || after(clock.now(), wait) >= until) {
      await deliveries.writeProgress(chunk, countOf(addressed.map(({ id }) => known.get(id))))
      if (left.length === 0) return
      throw new Error(`${left.length} mails of a chunk are not settled yet.`, { cause: fault })
    }
    if (wait > 0) await clock.pause(wait)
    fault = await inRows(left, (person) => deliver(person, chunk, errand, around), { clock, until })
  }
}

async function deliver(
  person: Person,
  chunk: Chunk,
  errand: Errand,
  { deliveries, clock }: Pick<Around, 'deliveries' | 'clock'>,
): Promise<void> {
  if (!(await deliveries.claim(chunk, person, clock.now()))) return
  try {
    await errand.send(person, deliveries.sendKeyOf(chunk, person.id))
  } catch (error) {
    if (fateOf(error) === 'never') return deliveries.settle(chunk, person.id, 'failed', clock.now())
    // A claim that cannot be given back frees itself; the fault that counts is the first one.
    await deliveries.release(chunk, person.id, clock.now()).catch(() => undefined)
    throw error
  }
  await deliveries.settle(chunk, person.id, 'sent', clock.now())
}

/**
 * Works everyone row by row, at the pace, as long as there is time; whom SES is too busy for comes again at the end.
 * @returns the first fault that another try may mend, if there was one.
 */
async function inRows(
  all: readonly Person[],
  work: (person: Person) => Promise<void>,
  { clock, until }: { clock: Clock; until: Instant },
): Promise<unknown> {
  const waiting = [...all]
  let fault: unknown
  let wait = firstWait
  while (waiting.length > 0 && clock.now() < until) {
    const started = clock.now()
    const row = waiting.splice(0, pace.abreast)
    const outcomes = await Promise.allSettled(row.map(work))
    const faults = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : undefined))
    const refused = row.filter((_, index) => isThrottled(faults[index]))
    waiting.push(...refused)
    fault ??= faults.find((one) => one !== undefined && !isThrottled(one))
    const rest = refused.length > 0 ? wait : pace.rowMilliseconds - elapsed(started, clock.now())
    wait = refused.length > 0 ? Math.min(2 * wait, longestWait) : firstWait
    if (rest > 0) await clock.pause(Math.min(rest, Math.max(0, elapsed(clock.now(), until))))
  }
  return fault ?? (waiting.length > 0 ? new Error('There was no time for all of the chunk.') : undefined)
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

const isSettled = (status: DeliveryStatus | undefined) => status !== undefined && status !== 'claimed'

const reached: readonly (DeliveryStatus | undefined)[] = ['sent', 'delivered', 'complained']
const missed: readonly (DeliveryStatus | undefined)[] = ['failed', 'bounced']

const countOf = (statuses: readonly (DeliveryStatus | undefined)[]) => ({
  sent: statuses.filter((status) => reached.includes(status)).length,
  failed: statuses.filter((status) => missed.includes(status)).length,
})
