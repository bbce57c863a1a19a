import { createSign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
/** A key pair for these tests alone, made with openssl. */
const key = read('key.pem')
export const certificate = read('certificate.pem')

export const topic = 'arn:aws:sns:eu-central-1:111122223333:alarms'
export const certificateAddress =
  'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-9c6465fa7f48f5cacd23014631ec1136.pem'

type Fields = Record<string, string>

/** Signs as SNS does, spelled here anew: the code under test is not asked what it signs. */
export function signed(fields: Fields): Fields {
  const names =
    fields.Type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
  let text = ''
  for (const name of names) if (fields[name] !== undefined) text += `${name}\n${fields[name]}\n`
  const algorithm = fields.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1'
  return { ...fields, Signature: createSign(algorithm).update(text).sign(key, 'base64') }
}

export const notification = (timestamp: string, change: Fields = {}): Fields =>
  signed({
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: topic,
    Subject: 'ALARM: "checkout 5xx" in EU (Frankfurt)',
    Message: JSON.stringify({
      AlarmName: 'checkout 5xx',
      AlarmArn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:checkout 5xx',
      AWSAccountId: '111122223333',
      NewStateValue: 'ALARM',
      NewStateReason: 'Threshold crossed.',
      StateChangeTime: timestamp,
      Trigger: { MetricName: '5xx', Namespace: 'AWS/ApiGateway', Dimensions: [] },
    }),
    Timestamp: timestamp,
    SignatureVersion: '2',
    SigningCertURL: certificateAddress,
    UnsubscribeURL: 'https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe',
    ...change,
  })

export const confirmation = (timestamp: string, change: Fields = {}): Fields =>
  signed({
    Type: 'SubscriptionConfirmation',
    MessageId: '165545c9-2a5c-472c-8df2-7ff2be2b3b1b',
    Token: '2336412f37',
    TopicArn: topic,
    Message: 'You have chosen to subscribe to the topic.',
    SubscribeURL: `https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}&Token=2336412f37`,
    Timestamp: timestamp,
    SignatureVersion: '1',
    SigningCertURL: certificateAddress,
    ...change,
  })
