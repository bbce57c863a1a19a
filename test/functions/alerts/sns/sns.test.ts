import { describe, expect, test } from 'vitest'
import { Refused } from '../../../../functions/alerts/refused.ts'
import { demandCertificateAddress, demandSubscribeAddress } from '../../../../functions/alerts/sns-message.ts'
import { openSns } from '../../../../functions/alerts/sns-verify.ts'
import { certificate, certificateAddress, confirmation, notification, signed, topic } from './signed.ts'

const now = '2026-11-28T08:00:00.000Z'
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()

/** SNS with what was fetched of it. */
function sns(answer: (url: string) => Promise<string> = async () => certificate) {
  const fetched: string[] = []
  const opened = openSns((url) => {
    fetched.push(url)
    return answer(url)
  })
  return { ...opened, fetched }
}

const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one,
  )
  return error instanceof Refused ? error.reason : `not refused: ${error}`
}

describe('a message of SNS', () => {
  test.each(['1', '2'])('is taken with a signature of version %s', async (SignatureVersion) => {
    const message = await sns().verified(notification(minutesAgo(1), { SignatureVersion }), now)
    expect(message).toMatchObject({ Type: 'Notification', TopicArn: topic })
  })

  test('is taken without a subject, and with line breaks and umlauts in it', async () => {
    const { Subject, ...bare } = notification(minutesAgo(1), { Message: 'a\nb ü 😀' })
    await expect(sns().verified(signed(bare), now)).resolves.toMatchObject({ Message: 'a\nb ü 😀' })
  })

  test('fetches a certificate once', async () => {
    const { verified, fetched } = sns()
    await verified(notification(minutesAgo(1)), now)
    await verified(notification(minutesAgo(2)), now)
    expect(fetched).toEqual([certificateAddress])
  })

  test('asks again when the certificate could not be fetched', async () => {
    let down = true
    const { verified, fetched } = sns(async () => {
      if (down) throw new Error('down')
      return certificate
    })
    await expect(verified(notification(minutesAgo(1)), now)).rejects.toThrow('down')
    down = false
    await verified(notification(minutesAgo(1)), now)
    expect(fetched).toHaveLength(2)
  })

  test.each(['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn'])(
    'is refused when its %s was changed',
    async (field) => {
      const change: Record<string, string> = {
        Timestamp: minutesAgo(2),
        TopicArn: 'arn:aws:sns:eu-central-1:111122223333:others',
      }
      const tampered = { ...notification(minutesAgo(1)), [field]: change[field] ?? 'something else' }
      expect(await reasonOf(sns().verified(tampered, now))).toBe('forged')
    },
  )

  test('is refused when it claims the other algorithm, or lost its signature', async () => {
    const message = notification(minutesAgo(1))
    expect(await reasonOf(sns().verified({ ...message, SignatureVersion: '1' }, now))).toBe('forged')
    expect(await reasonOf(sns().verified({ ...message, Signature: '' }, now))).toBe('unknown_shape')
    expect(await reasonOf(sns().verified({ ...message, SignatureVersion: '3' }, now))).toBe('unknown_shape')
  })

  test('is refused when it is over an hour old, or from the future', async () => {
    expect(await reasonOf(sns().verified(notification(minutesAgo(61)), now))).toBe('outdated')
    expect(await reasonOf(sns().verified(notification(minutesAgo(-6)), now))).toBe('outdated')
    expect(await reasonOf(sns().verified(notification(minutesAgo(59)), now))).toMatch(/^not refused/)
  })

  test('is refused when the certificate is no longer or not yet valid', async () => {
    const late = '2120-01-02T00:00:00.000Z'
    expect(await reasonOf(sns().verified(notification(late), late))).toBe('forged')
  })
})

const path = '/SimpleNotificationService-abc.pem'
describe('the address of a certificate', () => {
  test.each([
    `https://sns.eu-central-1.amazonaws.com.evil.example${path}`,
    `https://evil.example/sns.eu-central-1.amazonaws.com${path}`,
    `https://sns.eu-central-1.amazonaws.com@evil.example${path}`,
    `https://user@sns.eu-central-1.amazonaws.com${path}`,
    `https://sns.eu-central-1.amazonaws.com:8443${path}`,
    `http://sns.eu-central-1.amazonaws.com${path}`,
    `https://xsns.eu-central-1.amazonaws.com${path}`,
    `https://s3.eu-central-1.amazonaws.com${path}`,
    `https://bucket.s3.amazonaws.com${path}`,
    `https://sns.us-east-1.amazonaws.com${path}`,
    `https://sns.eu-central-1.amazonaws.com.cn${path}`,
    `https://sns.eu-central-1.amazonaws.com/other.pem`,
    `https://sns.eu-central-1.amazonaws.com/x${path}`,
    `https://sns.eu-central-1.amazonaws.com${path}?x=/evil`,
    `https://sns.eu-central-1.amazonaws.com${path}#x`,
    `https://sns.eu-central-1.amazonaws.com\\@evil.example${path}`,
    `https://sns.eu-central-1.amazonaws.com/../evil.example${path}`,
    'file:///etc/passwd',
    'not an address',
  ])('%s is forged, and never fetched', async (SigningCertURL) => {
    const { verified, fetched } = sns()
    expect(await reasonOf(verified(notification(minutesAgo(1), { SigningCertURL }), now))).toBe('forged')
    expect(fetched).toEqual([])
  })

  test('is one of China for a topic in China', () => {
    const message = {
      SigningCertURL: `https://sns.cn-north-1.amazonaws.com.cn${path}`,
      TopicArn: 'arn:aws-cn:sns:cn-north-1:111122223333:alarms',
    }
    expect(demandCertificateAddress(message as never)).toBe(message.SigningCertURL)
  })
})

describe('the confirmation of a subscription', () => {
  test('is fetched when it is proven', async () => {
    const { verified, confirm, fetched } = sns()
    const message = await verified(confirmation(minutesAgo(1)), now)
    if (message.Type === 'Notification') throw new Error('It is a confirmation.')
    await confirm(message)
    expect(fetched).toEqual([certificateAddress, message.SubscribeURL])
  })

  test.each([
    `https://evil.example/?Action=ConfirmSubscription&TopicArn=${topic}`,
    `https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}`,
    `https://sns.eu-central-1.amazonaws.com/?Action=DeleteTopic&TopicArn=${topic}`,
    'https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-central-1:1:other',
  ])('is not fetched from %s', async (SubscribeURL) => {
    const message = { SubscribeURL, TopicArn: topic }
    expect(await reasonOf((async () => demandSubscribeAddress(message as never))())).toBe('forged')
  })

  test('is never fetched for a forged message', async () => {
    const { verified, fetched } = sns()
    const message = { ...confirmation(minutesAgo(1)), Token: 'other' }
    expect(await reasonOf(verified(message, now))).toBe('forged')
    expect(fetched).toEqual([certificateAddress])
  })
})
