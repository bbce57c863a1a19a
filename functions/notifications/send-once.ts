import type { Mail } from '../mail/compose.ts'
import { setting } from '../runtime/config.ts'
import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import { gaveUp, type Send, unknownOutcome } from './claim.ts'
import { deliver, type Recipient } from './courier.ts'
import type { Message } from './message.ts'
import type { Note } from './note-words.ts'
import type { Post } from './post.ts'
import { isRefused } from './refused.ts'
import { sendKeyOf } from './store.ts'

/** The mail or the message to send, or why it is not sent after all. */
export type Prepared =
  | { mail: Omit<Mail, 'sendKey'> }
  | { message: Message; to: Recipient }
  | { suppressed: Note }

/** What this try brought; `settled` when an earlier one had decided. */
export type Sending = 'sent' | 'suppressed' | 'failed' | 'settled'

/** `last` when the message does not come again after this try: what is not sent then is given up, and says so. */
export type Try = { now: Instant; last?: boolean }

/** The try that a message of a queue is, which says after how many it is put aside. */
export const tryOf = ({ now, attempt }: { now: Instant; attempt: number }): Try => ({
  now,
  last: attempt >= Number(setting('ATTEMPTS')),
})

export const timeOf = (moment: Instant | Try): Instant => (typeof moment === 'string' ? moment : moment.now)

/**
 * Sends what `prepare` answers, once: claimed before, marked after. `prepare` decides from what is true at this
 * moment, after the claim. A crash between send and mark sends again under the same key, once: what may have left
 * twice is given up.
 * @throws Error when another invocation is at it, or the send failed: the message comes again.
 */
export async function sendOnce(
  post: Pick<Post, 'claims' | 'mailer' | 'texter' | 'hooks' | 'tokenKey'>,
  send: Send,
  moment: Instant | Try,
  prepare: () => Promise<Prepared>,
): Promise<Sending> {
  const { now, last }: Try = typeof moment === 'string' ? { now: moment } : moment
  const { claims } = post
  const verdict = await claims.claim(send, now)
  if (verdict === 'settled') return 'settled'
  const sendKey = sendKeyOf(send)
  if (verdict === 'held') throw new Error(`${sendKey} is being sent by another invocation.`)
  if (verdict === 'spent') {
    await claims.settle(send, { status: 'failed', at: now, note: unknownOutcome })
    log.warn('failed', { sendKey, note: unknownOutcome })
    return 'failed'
  }
  let mayHaveLeft = false
  let outcome: { status: 'sent' } | { status: 'suppressed' | 'failed'; note: string }
  try {
    const prepared = await prepare()
    mayHaveLeft = !('suppressed' in prepared)
    outcome =
      'suppressed' in prepared
        ? { status: 'suppressed', note: prepared.suppressed }
        : await deliver(post, { ...parcelOf(prepared), send, sendKey, now })
  } catch (error) {
    const refused = !mayHaveLeft || isRefused(error)
    // A claim that cannot be released frees itself; the fault that counts is the first one.
    const ended = last
      ? claims.settle(send, { status: 'failed', at: now, note: gaveUp, refused })
      : claims.release(send, { refused })
    await ended.catch(() => undefined)
    throw error
  }
  await claims.settle(send, { ...outcome, at: now })
  log.info(outcome.status, { sendKey, ...('note' in outcome && { note: outcome.note }) })
  return outcome.status
}

function parcelOf(prepared: Exclude<Prepared, { suppressed: Note }>): { message: Message; to: Recipient } {
  if ('message' in prepared) return prepared
  const { to, ...mail } = prepared.mail
  return { message: { ...mail, words: mail.parts.preview }, to: { reader: to } }
}

/** Waits for all of them, also when one fails, and then fails with the first. */
export const allOf = async <Result>(sends: Promise<Result>[]): Promise<Result[]> =>
  resultsOf(await Promise.allSettled(sends))

export function resultsOf<Result>(outcomes: readonly PromiseSettledResult<Result>[]): Result[] {
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
}

/**
 * Works some of them side by side until all are through, also when some fail, and then fails with the first. Whoever is
 * done takes the next, so that a slow one holds up its own place alone.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = items.entries()
  const outcomes: PromiseSettledResult<Result>[] = []
  const worker = async () => {
    for (const [index, item] of waiting) {
      const [outcome] = await Promise.allSettled([work(item)])
      outcomes[index] = outcome
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return resultsOf(outcomes)
}
