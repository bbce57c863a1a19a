import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { canonicalJson, sha256 } from './hash.ts'
import { after, days, epochSeconds, type Instant } from './instant.ts'
import type { Answer } from './operation.ts'
import { Refusal } from './refusal.ts'
import type { Item, Table, Write } from './table.ts'

/** A create that must happen once: whose, under which key, and what was asked. */
export type Once = { callerId: string; key: string; bodyHash: string }

const longestKey = 200

/** @throws Refusal `malformed` for a key that is longer than the contract allows. */
export function once(callerId: string, key: string, operation: string, body: unknown): Once {
  if (key.length > longestKey) throw tooLong()
  return { callerId, key, bodyHash: sha256(`${operation}\n${canonicalJson(body)}`) }
}

const placeOf = ({ callerId, key }: Once) => ({ pk: `IDEM#${callerId}#${key}`, sk: '-' })

/** Remembers the first answer for 24 hours, in the transaction of the create itself. */
export function rememberAnswer(table: Table, asked: Once, answer: Answer, now: Instant): Write {
  const expiresAt = after(now, days(1))
  return table.putting(
    {
      ...placeOf(asked),
      bodyHash: asked.bodyHash,
      answer: deflateRawSync(JSON.stringify(answer)),
      expiresAt,
      expiresAtEpoch: epochSeconds(expiresAt),
    },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
      ExpressionAttributeValues: { ':now': now },
    },
  )
}

/**
 * The first answer again, for the same key and the same body.
 * @throws Refusal `key_reused` when the key came with another body before.
 */
export function firstAnswer(item: Item, { bodyHash }: Once): Answer {
  if (item.bodyHash === bodyHash) {
    return JSON.parse(inflateRawSync(item.answer as Uint8Array).toString()) as Answer
  }
  throw new Refusal('key_reused', {
    en: 'This Idempotency-Key was used for something else. Send a new key with a new request.',
    de: 'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage. Senden Sie eine neue Anfrage mit neuem Schlüssel.',
  })
}

/** The first answer, when this request was answered before. @throws Refusal `key_reused`. */
export async function recall(table: Table, asked: Once, now: Instant): Promise<Answer | undefined> {
  const item = await table.get(placeOf(asked))
  return item && String(item.expiresAt) > now ? firstAnswer(item, asked) : undefined
}

const tooLong = () =>
  new Refusal('malformed', {
    en: `An Idempotency-Key has at most ${longestKey} characters.`,
    de: `Ein Idempotency-Key hat höchstens ${longestKey} Zeichen.`,
  })
