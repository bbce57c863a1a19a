import { jsonOf, largestBodyBytes, tooLarge, unsupportedType } from '../runtime/input.ts'
import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import type { Keyed } from '../runtime/operation.ts'
import { adapterOf } from './adapters/adapter-of.ts'
import { truncatedIn } from './adapters/alertmanager.ts'
import type { AlertQueue } from './alert-queue.ts'
import { batchesOf } from './batches.ts'
import type { Occurrence } from './occurrence.ts'
import { Refused, reasonOf } from './refused.ts'
import { replayed } from './sns-message.ts'
import type { SnsClaims } from './sns-store.ts'
import type { SnsReader } from './sns-verify.ts'
import type { Source } from './source.ts'
import type { Traffic } from './traffic-store.ts'

/** What it takes to take something in; tests put a queue and certificates of their own in their place. */
export type Intake = { queue: AlertQueue; sns: SnsReader }
/** How many alerts of a body were taken, and how many were left out because they could not be. */
export type Taken = { accepted: number; refused: number }
const none: Taken = { accepted: 0, refused: 0 }
type Stores = { traffic: Traffic; snsClaims: SnsClaims }

/**
 * Takes what a source sent with a key that was found to be right. What is refused is counted and kept for the mapping
 * editor. @throws Refused, whatever is wrong with it; `unavailable` when the queue does not take it.
 */
export const receive = (
  source: Source,
  keyed: Keyed,
  now: Instant,
  { intake, stores }: { intake: Intake; stores: Stores },
): Promise<Taken> =>
  counted(source, { text: keyed.text, now, traffic: stores.traffic }, () => {
    demandType(source, keyed)
    return take(source, jsonOf(keyed.text), now, { intake, stores })
  })

/**
 * Counts what becomes of something that a source sent, and keeps it unless it is too large.
 * @throws Refused `too_large`, or what the work throws.
 */
export async function counted(
  { id }: Pick<Source, 'id'>,
  { text, now, traffic }: { text: string; now: Instant; traffic: Traffic },
  work: () => Promise<Taken>,
): Promise<Taken> {
  const isShort = Buffer.byteLength(text) <= largestBodyBytes
  try {
    if (!isShort) throw tooLarge()
    const taken = await work()
    // It is taken, whatever becomes of the copy of it that the mapping editor shows.
    await traffic
      .capture(id, { text, outcome: 'accepted', at: now })
      .catch((error: Error) => log.error('not captured', { sourceId: id, error }))
    return taken
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason) throw error
    await Promise.all([
      traffic.noteRefusal(id, reason, now),
      isShort && traffic.capture(id, { text, outcome: reason, at: now }),
    ])
    throw error
  }
}

/**
 * What was refused was counted and is done. @throws Refused `unavailable`, Error: it comes again.
 * @returns that none was taken of what was refused
 */
export function doneIfRefused(error: unknown): Taken {
  const reason = reasonOf(error)
  if (!reason || reason === 'unavailable') throw error
  return none
}

/** SNS calls its JSON text. */
function demandType({ kind }: Source, { contentType = 'application/json' }: Keyed): void {
  const isJson = /^application\/(?:[\w.-]+\+)?json(?:;|$)/i.test(contentType)
  const isText = /^text\/plain(?:;|$)/i.test(contentType)
  if (kind === 'mail') throw wrongKind()
  if (!isJson && !(isText && kind === 'cloudwatch')) throw unsupportedType()
}

async function take(
  source: Source,
  body: unknown,
  now: Instant,
  { intake, stores }: { intake: Intake; stores: Stores },
): Promise<Taken> {
  if (source.kind !== 'cloudwatch') return enqueue(source, body, now, { intake, stores })
  const message = await reached(intake.sns.verified(body, now))
  if (message.Type !== 'Notification') {
    if (message.Type === 'SubscriptionConfirmation') await reached(intake.sns.confirm(message))
    return none
  }
  if (await stores.snsClaims.isClaimed(source.id, message.MessageId, now)) throw replayed()
  const taken = await enqueue(source, message, now, { intake, stores })
  // Only now: what the queue did not take must come again.
  await stores.snsClaims.claim(source.id, message.MessageId, now)
  return taken
}

/**
 * Reads a body by the kind of its source and puts what it says on the queue. What of it could not be taken is counted.
 * @throws Refused when none of it could.
 */
export async function enqueue(
  source: Source,
  body: unknown,
  now: Instant,
  { intake, stores: { traffic } }: { intake: Pick<Intake, 'queue'>; stores: Pick<Stores, 'traffic'> },
): Promise<Taken> {
  const read = adapterOf[source.kind](body, { source, receivedAt: now })
  const { batches, refused: large } = batchesOf(read.occurrences)
  const refused = [...read.refused, ...large]
  if (batches.length === 0 && refused[0]) throw refused[0]
  await putAll(source, batches, intake.queue)
  // Whoever works the queue counts what is on it; this is not.
  const requests = batches.length === 0 ? 1 : 0
  const truncated = source.kind === 'alertmanager' ? truncatedIn(body) : 0
  await Promise.all([
    (requests > 0 || truncated > 0) &&
      traffic.noteTraffic(source.id, { requests, accepted: 0, truncated, at: now }),
    refused.length > 0 && traffic.noteLeftOut(source.id, refused, now),
  ])
  return { accepted: batches.flat().length, refused: refused.length }
}

const atOnce = 10

/** The first message carries the request, so that it counts once. @throws Refused `unavailable`. */
async function putAll({ id }: Source, batches: readonly Occurrence[][], queue: AlertQueue): Promise<void> {
  try {
    for (let start = 0; start < batches.length; start += atOnce)
      await Promise.all(
        batches
          .slice(start, start + atOnce)
          .map((occurrences, index) =>
            queue.put({ sourceId: id, requests: start + index === 0 ? 1 : 0, occurrences }),
          ),
      )
  } catch (error) {
    throw Object.assign(unavailable(), { cause: error })
  }
}

/** What came back from SNS itself. @throws Refused `unavailable` when it could not be reached: SNS sends again. */
const reached = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  answer.catch((error: unknown) => {
    throw reasonOf(error) ? error : Object.assign(unavailable(), { cause: error })
  })

const retryAfterSeconds = 30

const unavailable = () =>
  new Refused(
    'unavailable',
    'unavailable',
    {
      en: 'This could not be kept just now. Please send it again.',
      de: 'Das ließ sich gerade nicht übernehmen. Bitte senden Sie es noch einmal.',
    },
    { retryAfterSeconds },
  )

const wrongKind = () =>
  new Refused('wrong_kind', 'conflict', {
    en: 'This source takes mail only. Its address stands on its page.',
    de: 'Diese Quelle nimmt nur Mail an. Ihre Adresse steht auf ihrer Seite.',
  })
