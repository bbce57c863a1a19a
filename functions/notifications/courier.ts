import { fateOf } from '../mail/send.ts'
import type { Preferences } from '../preferences/preferences.ts'
import { type Instant, seconds } from '../runtime/instant.ts'
import type { Send } from './claim.ts'
import { hookBody } from './hook-body.ts'
import { hookSecret, signedHeaders } from './hook-signature.ts'
import type { Message } from './message.ts'
import type { Post } from './post.ts'
import type { Reader } from './reader.ts'
import { smsText } from './sms-text.ts'
import { fateOfText } from './texter.ts'

export type Couriers = Pick<Post, 'mailer' | 'texter' | 'hooks' | 'tokenKey'>
/** What left, or why it never will. Whatever may still leave on another try is thrown. */
export type Delivered = { status: 'sent' } | { status: 'failed'; note: string }
/** Whom a message goes to, with the addresses they gave. */
export type Recipient = { reader: Pick<Reader, 'name' | 'address'>; preferences?: Preferences }
type Parcel = { message: Message; to: Recipient; send: Send; sendKey: string; now: Instant }

/** Well below the 15 s of the workers, so that what became of a send is noted before they are stopped. */
const longestDelivery = seconds(9)

/**
 * Hands a message to the channel of its send, and waits no longer than that for it.
 * @throws whatever the channel says that may be otherwise next time.
 */
export async function deliver(
  couriers: Couriers,
  parcel: Parcel,
  milliseconds = longestDelivery,
): Promise<Delivered> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    const error = new Error(`${parcel.sendKey} took longer than ${milliseconds} ms.`)
    clock = setTimeout(() => fail(error), milliseconds)
  })
  try {
    return await Promise.race([ways[parcel.send.channel](couriers, parcel), late])
  } finally {
    clearTimeout(clock)
  }
}

const ways: Record<Send['channel'], (couriers: Couriers, parcel: Parcel) => Promise<Delivered>> = {
  async mail({ mailer }, { message, to, sendKey }) {
    const { words, url, ...mail } = message
    const { name, address } = to.reader
    return unlessNever(mailer.send({ ...mail, to: { name, address }, sendKey }), fateOf)
  },

  async sms({ texter }, { message, to, sendKey }) {
    const { phone } = to.preferences ?? {}
    if (!phone) return noAddress
    return unlessNever(
      texter.send({ to: phone, text: smsText(message.words, message.url), sendKey }),
      fateOfText,
    )
  },

  async webhook({ hooks, tokenKey }, { message, to, send, sendKey, now }) {
    const { webhook } = to.preferences ?? {}
    if (!webhook) return noAddress
    const body = hookBody(webhook.format, message, { type: send.event, at: now })
    const secret = hookSecret(await tokenKey(), send.recipient.id)
    const headers = signedHeaders({ id: sendKey, at: now, body }, secret)
    const answer = await hooks.post({ url: webhook.url, headers, body })
    return answer.taken ? { status: 'sent' } : { status: 'failed', note: answer.note }
  },
}

const noAddress = { status: 'failed', note: 'no_address' } as const

async function unlessNever(
  sending: Promise<void>,
  fate: (error: unknown) => 'again' | 'never',
): Promise<Delivered> {
  try {
    await sending
    return { status: 'sent' }
  } catch (error) {
    if (fate(error) === 'again') throw error
    return { status: 'failed', note: 'address' }
  }
}
