import * as z from 'zod/mini'
import { sendKeyHeader } from './send-key.ts'

/**
 * How a send stands, from the intention to the last thing heard of it. Later ones win over earlier ones:
 * events come out of order, and a complaint about a delivered mail weighs more than its delivery.
 */
export const sendStatuses = [
  'claimed',
  'suppressed',
  'failed',
  'sent',
  'delivered',
  'bounced',
  'complained',
] as const
export type SendStatus = (typeof sendStatuses)[number]

/** The statuses over which this one may be written. */
export const weakerThan = (status: SendStatus): SendStatus[] =>
  sendStatuses.slice(0, sendStatuses.indexOf(status))

/** An event of SES about one mail, as it comes through SNS with raw delivery; only what is read of it. */
export const DeliveryEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    timestamp: z.string(),
    headers: z._default(z.array(z.object({ name: z.string(), value: z.string() })), []),
  }),
  bounce: z.optional(
    z.object({
      bounceType: z.optional(z.string()),
      bounceSubType: z.optional(z.string()),
      timestamp: z.optional(z.string()),
    }),
  ),
  complaint: z.optional(
    z.object({
      complaintFeedbackType: z.optional(z.nullable(z.string())),
      complaintSubType: z.optional(z.nullable(z.string())),
      timestamp: z.optional(z.string()),
    }),
  ),
  delivery: z.optional(z.object({ timestamp: z.optional(z.string()) })),
  reject: z.optional(z.object({ reason: z.optional(z.string()) })),
})
export type DeliveryEvent = z.infer<typeof DeliveryEvent>

export type Outcome = { sendKey: string; status: SendStatus; at: string; note?: string }

/**
 * Transient bounces of mails that did not arrive. The others, `General` above all, are also how SES passes on the reply
 * of somebody who is out of the office, whose mail did.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-types
 */
const turnedBack = ['MailboxFull', 'MessageTooLarge', 'ContentRejected', 'AttachmentRejected']
/** SES did not even try, because of an earlier bounce or complaint. */
const suppressed = 'OnAccountSuppressionList'

const hasNotArrived = ({ bounceType, bounceSubType = '' }: NonNullable<DeliveryEvent['bounce']>): boolean =>
  bounceType === 'Permanent' || (bounceType === 'Transient' && turnedBack.includes(bounceSubType))

/** What the event says about which send; undefined for a mail that is not ours and for what changes nothing. */
export function outcomeOf(event: DeliveryEvent): Outcome | undefined {
  const { eventType, mail, bounce, complaint, delivery, reject } = event
  const name = sendKeyHeader.toLowerCase()
  const sendKey = mail.headers.find((header) => header.name.toLowerCase() === name)?.value.trim()
  if (!sendKey) return undefined
  switch (eventType) {
    case 'Delivery':
      return { sendKey, status: 'delivered', at: delivery?.timestamp ?? mail.timestamp }
    case 'Bounce': {
      if (!bounce || !hasNotArrived(bounce)) return undefined
      const note = [bounce.bounceType, bounce.bounceSubType].filter(Boolean).join(', ')
      return { sendKey, status: 'bounced', at: bounce.timestamp ?? mail.timestamp, note }
    }
    case 'Complaint': {
      const at = complaint?.timestamp ?? mail.timestamp
      return complaint?.complaintSubType === suppressed
        ? { sendKey, status: 'bounced', at, note: `Permanent, ${suppressed}` }
        : { sendKey, status: 'complained', at, note: complaint?.complaintFeedbackType ?? undefined }
    }
    case 'Reject':
      return { sendKey, status: 'bounced', at: mail.timestamp, note: reject?.reason }
    default:
      return undefined
  }
}
