import { randomUUID } from 'node:crypto'
import { localAuthorization } from '../aws-json.ts'
import type { Envelope } from './mailbox.ts'
import { fieldValue, findValue, splitMessage } from './raw-message.ts'

export type EventType = 'bounce' | 'complaint' | 'delivery'

const details = (type: EventType, recipients: string[], timestamp: string, bounceType: string) => {
  const feedbackId = `0107${randomUUID()}`
  if (type === 'delivery')
    return {
      timestamp,
      processingTimeMillis: 350,
      recipients,
      smtpResponse: '250 2.0.0 OK',
      reportingMTA: 'local',
    }
  if (type === 'complaint')
    return {
      complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
      timestamp,
      feedbackId,
      complaintSubType: null,
      userAgent: 'Evenkeel local mail',
      complaintFeedbackType: 'abuse',
      arrivalDate: timestamp,
    }
  const status = bounceType === 'Permanent' ? '5.1.1' : '4.2.2'
  const diagnosticCode =
    bounceType === 'Permanent' ? 'smtp; 550 5.1.1 user unknown' : 'smtp; 452 4.2.2 mailbox full'
  return {
    feedbackId,
    bounceType,
    bounceSubType: bounceType === 'Permanent' ? 'General' : 'MailboxFull',
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status,
      diagnosticCode,
    })),
    timestamp,
    reportingMTA: 'dsn; local',
  }
}

/**
 * The record that SES's event publishing writes about one mail.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const deliveryEvent = (
  envelope: Envelope,
  raw: Buffer,
  event: { type: EventType; at: Date; account: string; bounceType?: string; recipients?: string[] },
) => {
  const { fields } = splitMessage(raw)
  const value = (name: string) => findValue(fields, name)
  const name = `${event.type.charAt(0).toUpperCase()}${event.type.slice(1)}`
  const recipients = event.recipients ?? envelope.to
  return {
    eventType: name,
    mail: {
      timestamp: envelope.at,
      source: envelope.from,
      sendingAccountId: event.account,
      messageId: envelope.id,
      destination: envelope.to,
      headersTruncated: false,
      headers: fields.map((written) => ({ name: written.name, value: fieldValue(written) })),
      commonHeaders: {
        returnPath: envelope.from,
        from: [value('from') ?? envelope.from],
        date: value('date'),
        to: [value('to') ?? envelope.to.join(', ')],
        messageId: envelope.id,
        subject: value('subject'),
      },
      tags: {
        ...(envelope.configurationSet ? { 'ses:configuration-set': [envelope.configurationSet] } : {}),
        ...Object.fromEntries(Object.entries(envelope.tags).map(([tag, content]) => [tag, [content]])),
      },
    },
    [event.type]: details(event.type, recipients, event.at.toISOString(), event.bounceType ?? 'Permanent'),
  }
}

/** As the mail stack names the topic of its configuration set, after the prefix of the stage. */
const topicName = /:[\w-]+-delivery-events$/

/** Publishes to the topic that the configuration set publishes to. */
export const createEventPublisher = (endpoint: string, region: string) => {
  const call = async (parameters: Record<string, string>) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: localAuthorization(region, 'sns') },
      body: new URLSearchParams({ Version: '2010-03-31', ...parameters }),
      signal: AbortSignal.timeout(5000),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`SNS answered ${response.status}: ${text.slice(0, 300)}`)
    return text
  }
  const topicArn = async () => {
    const arns = [...(await call({ Action: 'ListTopics' })).matchAll(/<TopicArn>([^<]+)<\/TopicArn>/g)]
    return arns.map((match) => match[1]).find((arn) => topicName.test(arn ?? ''))
  }
  /** Answers the topic, or undefined when there is none to publish to. */
  return async (event: object) => {
    const arn = await topicArn()
    if (arn) await call({ Action: 'Publish', TopicArn: arn, Message: JSON.stringify(event) })
    return arn
  }
}
