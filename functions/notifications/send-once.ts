import type { Mail } from '../mail/compose.ts'
import type { Mailer } from '../mail/send.ts'
import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import type { Send } from './claim.ts'
import { type Claims, sendKeyOf } from './store.ts'

/** The mail to send, or why it is not sent after all. */
export type Prepared = { mail: Omit<Mail, 'sendKey'> } | { suppressed: string }

/**
 * Sends what `prepare` answers, once: claimed before, marked after. `prepare` decides from what is true at this
 * moment, after the claim. A crash between send and mark sends again under the same key.
 * @throws Error when another invocation is at it, or the send failed: the message comes again.
 */
export async function sendOnce(
  { claims, mailer }: { claims: Claims; mailer: Mailer },
  send: Send,
  now: Instant,
  prepare: () => Promise<Prepared>,
): Promise<void> {
  const verdict = await claims.claim(send, now)
  if (verdict === 'settled') return
  const sendKey = sendKeyOf(send)
  if (verdict === 'held') throw new Error(`${sendKey} is being sent by another invocation.`)
  try {
    const prepared = await prepare()
    if ('suppressed' in prepared) {
      await claims.settle(send, { status: 'suppressed', at: now, note: prepared.suppressed })
      log.info('suppressed', { sendKey, note: prepared.suppressed })
      return
    }
    await mailer.send({ ...prepared.mail, sendKey })
  } catch (error) {
    // A claim that cannot be released frees itself; the fault that counts is the first one.
    await claims.release(send).catch(() => undefined)
    throw error
  }
  await claims.settle(send, { status: 'sent', at: now })
  log.info('sent', { sendKey })
}

/** Waits for all of them, also when one fails, and then fails with the first. */
export async function allOf(sends: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(sends)).find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}
