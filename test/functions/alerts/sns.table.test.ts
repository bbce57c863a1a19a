import { describe, expect, test } from 'vitest'
import { confirmation, notification } from './sns/signed.ts'
import { sourceApi } from './source-api.ts'

const { fetched, make, queue, queued, send, trafficOf } = sourceApi()

describe('SNS', () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const text = { 'content-type': 'text/plain; charset=UTF-8' }

  test('subscribes, and its alarms are taken once each', async () => {
    const { id, key } = await make('cloudwatch')
    const place = `${id}?key=${key}`
    const subscribed = await send(place, undefined, JSON.stringify(confirmation(ago(0))), text)
    expect([subscribed.status, subscribed.body]).toEqual([202, { accepted: 0 }])
    expect(fetched.at(-1)).toContain('Action=ConfirmSubscription')

    const body = JSON.stringify(notification(ago(1)))
    queue.isDown = true
    expect((await send(place, undefined, body, text)).status).toBe(503)
    queue.isDown = false
    expect((await send(place, undefined, body, text)).body).toEqual({ accepted: 1 })
    const replay = await send(place, undefined, body, text)
    expect([replay.status, queued.length]).toEqual([409, 1])
    expect(queued[0]?.occurrences).toMatchObject([{ title: 'checkout 5xx', status: 'firing', sourceId: id }])
    expect((await trafficOf(id)).refused).toEqual({ unavailable: 1, replayed: 1 })
  })

  test('is one message for two sources that listen to one topic', async () => {
    const body = JSON.stringify(notification(ago(1)))
    for (const name of ['Listener A', 'Listener B']) {
      const { id, key } = await make('cloudwatch', { name })
      expect((await send(id, key, body, text)).status).toBe(202)
    }
  })

  test('a forged address of a certificate is refused and never fetched', async () => {
    const { id, key } = await make('cloudwatch')
    const SigningCertURL =
      'https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem'
    const refused = await send(id, key, JSON.stringify(notification(ago(1), { SigningCertURL })), text)
    expect([refused.status, refused.body.code, fetched]).toEqual([403, 'forbidden', []])
    const { refused: counts, captured } = await trafficOf(id)
    expect([counts, captured?.outcome]).toEqual([{ forged: 1 }, 'forged'])
  })
})
