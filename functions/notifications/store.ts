import { formatSendKey, parseSendKey } from '../mail/send-key.ts'
import type { Person } from '../people/person.ts'
import type { Channel } from '../preferences/preferences.ts'
import type { DomainEvent } from '../runtime/event.ts'
import { after, epochSeconds, type Instant } from '../runtime/instant.ts'
import { isConditionFailed, type Key, type Table } from '../runtime/table.ts'
import type { Text } from '../runtime/text.ts'
import { type Claim, gaveUp, holdTime, mostTouches, type Send } from './claim.ts'
import { noteText } from './note-words.ts'

/**
 * `ours`: send it. `held`: somebody is at it this moment. `settled`: sent, or decided against, for good.
 * `spent`: it may have left as often as it may.
 */
export type Verdict = 'ours' | 'held' | 'settled' | 'spent'

const claimKey = ({ incidentId, occasion, matter, recipient, channel }: Send): Key => ({
  pk: incidentId,
  sk: `S#${occasion}#${matter}#${recipient.id}#${channel}`,
})

/** The name of a send, the same on every try. */
export const sendKeyOf = (send: Send): string => formatSendKey(claimKey(send))

/** Which incident a send key is about, and what of it; undefined for the key of anything else. */
export function sendOf(sendKey: string): Pick<Send, 'incidentId' | 'occasion' | 'matter'> | undefined {
  const { pk = '', sk = '' } = parseSendKey(sendKey) ?? {}
  const [kind, occasion, matter] = sk.split('#')
  return kind === 'S' && occasion && matter ? { incidentId: pk, occasion, matter } : undefined
}

/** Of the sends of one incident as many as people are shown. */
const mostListed = 1000

const status = { '#status': 'status' }
const takingBack = ' ADD touches :less'
const less = { ':less': -1 }

export const openClaims = (table: Table) => ({
  /**
   * Takes a send on before it happens. What was taken on and never marked as sent (a crash in between)
   * is taken on again under the same send key, and so is what was given up, should somebody send it again.
   * The try counts from here on, so that no crash forgets that the message may have left.
   */
  async claim(send: Send, now: Instant): Promise<Verdict> {
    const { recipient, channel, reason, event, ways } = send
    const heldUntil = after(now, holdTime)
    const claim: Claim = {
      recipient,
      channel,
      reason,
      event,
      ...(ways !== undefined && { ways }),
      sendKey: sendKeyOf(send),
      status: 'claimed',
      at: now,
      heldUntil,
    }
    const fields = Object.entries(claim)
    try {
      await table.update({
        Key: claimKey(send),
        ConditionExpression:
          '(attribute_not_exists(touches) OR touches < :most) AND (attribute_not_exists(pk) OR (#status = :status AND (attribute_not_exists(heldUntil) OR NOT heldUntil BETWEEN :at AND :heldUntil)) OR (#status = :failed AND note = :gaveUp))',
        UpdateExpression: `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')} REMOVE note ADD touches :one`,
        ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
          ...{ ':failed': 'failed', ':gaveUp': gaveUp, ':most': mostTouches, ':one': 1 },
        },
      })
      return 'ours'
    } catch (error) {
      if (!isConditionFailed(error)) throw error
      const found = (await table.get(claimKey(send))) as Claim | undefined
      if (found?.status !== 'claimed') return 'settled'
      const { heldUntil: until = '', touches = 0 } = found
      return touches >= mostTouches && !(until >= now && until <= heldUntil) ? 'spent' : 'held'
    }
  },

  /**
   * Ends a claim. An event of the mail service that was faster, such as its delivery, stays.
   * `refused` takes back that the try counts.
   */
  async settle(
    send: Send,
    outcome: { status: 'sent' | 'suppressed' | 'failed'; at: Instant; note?: string; refused?: boolean },
  ): Promise<void> {
    const { note, refused, ...rest } = outcome
    await ignoringLostCondition(
      table.update({
        Key: claimKey(send),
        ConditionExpression: '#status = :claimed',
        UpdateExpression: `SET #status = :status, #at = :at${note ? ', note = :note' : ''} REMOVE heldUntil${refused ? takingBack : ''}`,
        ExpressionAttributeNames: { ...status, '#at': 'at' },
        ExpressionAttributeValues: {
          ':claimed': 'claimed',
          ':status': rest.status,
          ':at': rest.at,
          ...(note && { ':note': note }),
          ...(refused && less),
        },
      }),
    )
  },

  /** Lets go of a claim that could not be served, so that the next try need not wait. */
  async release(send: Send, { refused }: { refused: boolean }): Promise<void> {
    await ignoringLostCondition(
      table.update({
        Key: claimKey(send),
        ConditionExpression: '#status = :claimed',
        UpdateExpression: `REMOVE heldUntil${refused ? takingBack : ''}`,
        ExpressionAttributeNames: status,
        ExpressionAttributeValues: { ':claimed': 'claimed', ...(refused && less) },
      }),
    )
  },

  /** Remembers the hash of an acknowledge link beside the incident it opens. */
  async keepAcknowledgeLink(
    incidentId: string,
    link: {
      hash: string
      person: Pick<Person, 'id' | 'name' | 'zone'>
      channel: Channel
      expiresAt: Instant
    },
  ): Promise<void> {
    const { hash, person, channel, expiresAt } = link
    await table.put({
      Item: {
        pk: incidentId,
        sk: `K#${hash}`,
        kind: 'acknowledge',
        channel,
        personId: person.id,
        personName: person.name,
        zone: person.zone,
        expiresAt,
        expiresAtEpoch: epochSeconds(expiresAt),
      },
    })
  },

  /** The sends that follow from one event, as they stand now. */
  async ofEvent(incidentId: string, occasion: string): Promise<Claim[]> {
    const claims = await table.queryAll({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sends)',
      ExpressionAttributeValues: { ':pk': incidentId, ':sends': `S#${occasion}#` },
      ConsistentRead: true,
    })
    return claims as unknown as Claim[]
  },

  /** The event that sends follow from. */
  async eventOf(incidentId: string, occasion: string): Promise<DomainEvent | undefined> {
    const item = await table.get({ pk: incidentId, sk: `${occasion.slice(0, 1)}#${occasion.slice(1)}` })
    return item as DomainEvent | undefined
  },

  /** Everything that was sent to one person about an incident, oldest first, however much others were sent. */
  async claimsOf(incidentId: string, personId: string): Promise<Claim[]> {
    const asked = sendsOf(incidentId)
    const claims = await table.queryAll({
      ...asked,
      FilterExpression: 'recipient.id = :person',
      ExpressionAttributeValues: { ...asked.ExpressionAttributeValues, ':person': personId },
    })
    return (claims as unknown as Claim[]).sort(byTime)
  },

  /**
   * Whom an incident was told to, as people read of it, oldest first: of more than a thousand sends the latest.
   * Pages hang on internal entries, which come last in the order of keys, so no number of notices pushes them out.
   */
  async ofIncident(incidentId: string): Promise<Notification[]> {
    const claims = await table.queryAll({ ...sendsOf(incidentId), ScanIndexForward: false }, mostListed)
    return (claims as unknown as Claim[]).sort(byTime).map(notificationFrom)
  },
})

export type Claims = ReturnType<typeof openClaims>

/** A send, as people read of it. */
export type Notification = Pick<Claim, 'recipient' | 'channel' | 'reason' | 'status' | 'at'> & { note?: Text }

function notificationFrom({ recipient, channel, reason, status, at, note }: Claim): Notification {
  return { recipient, channel, reason, status, at, note: noteText(status, note) }
}

const sendsOf = (incidentId: string) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sends)',
  ExpressionAttributeValues: { ':pk': incidentId, ':sends': 'S#' },
  ConsistentRead: true,
})

const byTime = (one: Claim, other: Claim) => (one.at < other.at ? -1 : 1)

async function ignoringLostCondition(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}
