import * as z from 'zod/mini'
import { elapsed, hours, type Instant, minutes } from '../runtime/instant.ts'
import { Refused } from './refused.ts'

const Common = {
  MessageId: z.string().check(z.minLength(1), z.maxLength(100)),
  TopicArn: z.string().check(z.maxLength(400)),
  Message: z.string(),
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string().check(z.regex(/^[A-Za-z0-9+/]+=*$/)),
  SigningCertURL: z.string(),
}

/**
 * What SNS posts to an address, as JSON.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export const SnsMessage = z.discriminatedUnion('Type', [
  z.object({ ...Common, Type: z.literal('Notification'), Subject: z.optional(z.nullable(z.string())) }),
  z.object({
    ...Common,
    Type: z.enum(['SubscriptionConfirmation', 'UnsubscribeConfirmation']),
    Token: z.string(),
    SubscribeURL: z.string(),
  }),
])
export type SnsMessage = z.infer<typeof SnsMessage>

/** SNS signs the instant of publishing, and tries for an hour; what is older was kept by somebody. */
const oldest = hours(1)
/** How far the clock of SNS may be ahead of ours. */
const skew = minutes(5)

/** What SNS signs: the names and values of these fields, each on a line of its own. */
export function signedText(message: SnsMessage): string {
  const names =
    message.Type === 'Notification'
      ? (['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const)
      : (['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const)
  const fields = message as unknown as Record<string, string | null | undefined>
  return names
    .filter((name) => fields[name] !== undefined && fields[name] !== null)
    .map((name) => `${name}\n${fields[name]}\n`)
    .join('')
}

/** @throws Refused `forged` for a certificate that no SNS of the topic's region serves. */
export function demandCertificateAddress({ SigningCertURL, TopicArn }: SnsMessage): string {
  const url = snsAddress(SigningCertURL, TopicArn)
  const isCertificate =
    url &&
    /^\/SimpleNotificationService-[\w-]+\.pem$/.test(url.pathname) &&
    url.search === '' &&
    url.hash === ''
  if (!isCertificate) throw forged('SigningCertURL')
  return url.href
}

/** @throws Refused `forged` for a link that does not confirm the subscription to this topic at SNS. */
export function demandSubscribeAddress(message: Extract<SnsMessage, { SubscribeURL: string }>): string {
  const { SubscribeURL, TopicArn } = message
  const url = snsAddress(SubscribeURL, TopicArn)
  const isConfirmation =
    url?.pathname === '/' &&
    url.searchParams.get('Action') === 'ConfirmSubscription' &&
    url.searchParams.get('TopicArn') === TopicArn
  if (!isConfirmation) throw forged('SubscribeURL')
  return url.href
}

/** An address at SNS itself, in the region of the topic; undefined for any other. */
function snsAddress(address: string, topicArn: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const [, host, region] = /^https:\/\/(sns\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?)\//.exec(address) ?? []
  if (!url || url.host !== host || url.username !== '' || url.password !== '') return undefined
  const [arn, partition = '', service, place] = topicArn.split(':')
  const isChina = partition === 'aws-cn'
  const fits = arn === 'arn' && service === 'sns' && place === region && isChina === host.endsWith('.cn')
  return fits ? url : undefined
}

/** @throws Refused `outdated`. */
export function demandFresh({ Timestamp }: SnsMessage, now: Instant): void {
  const age = elapsed(Timestamp, now)
  if (age <= oldest && age >= -skew) return
  throw new Refused('outdated', 'conflict', {
    en: 'This message of SNS was published over an hour ago.',
    de: 'Diese Nachricht von SNS wurde vor über einer Stunde veröffentlicht.',
  })
}

export const forged = (path: keyof SnsMessage | 'SubscribeURL'): Refused =>
  new Refused(
    'forged',
    'forbidden',
    {
      en: 'The signature of this message is not one of SNS. Nothing was taken.',
      de: 'Die Signatur dieser Nachricht stammt nicht von SNS. Es wurde nichts übernommen.',
    },
    {
      errors: [
        {
          path,
          message: {
            en: 'This does not prove that SNS sent it.',
            de: 'Das belegt nicht, dass SNS es gesendet hat.',
          },
        },
      ],
    },
  )

export const replayed = (): Refused =>
  new Refused('replayed', 'conflict', {
    en: 'This message of SNS was taken before.',
    de: 'Diese Nachricht von SNS wurde schon übernommen.',
  })
