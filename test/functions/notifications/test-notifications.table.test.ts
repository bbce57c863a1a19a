import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { myNotificationsOperations } from '../../../functions/notifications/api/my-notifications.ts'
import { testNotifications } from '../../../functions/notifications/api/test-notifications.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import { sendTest } from '../../../functions/notifications/send-test.ts'
import type { TextMessage } from '../../../functions/notifications/texter.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

const tokenKey = async () => 'k'.repeat(64)
const path = '/me/notifications'
let api: Api

beforeAll(async () => {
  api = await apiOverTable([...myNotificationsOperations(tokenKey), testNotifications])
})
afterAll(() => api.stop())

async function requested(personId: string): Promise<DomainEvent[]> {
  const { items } = await api.services.table.query({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
    ExpressionAttributeValues: { ':pk': `ME#${personId}`, ':events': 'T#' },
  })
  return items as unknown as DomainEvent[]
}

describe('a test of one’s channels', () => {
  test('goes the way that pages go, once, and stands with one’s notifications', async () => {
    const chen = await api.as('chen')
    expect((await chen.post(`${path}/test`, { channel: 'sms' })).status).toBe(422)
    await chen.put(path, { phone: '+4930123456' }, { 'if-match': '"p0"' })
    const asked = await chen.post(`${path}/test`, { channel: 'sms' })
    expect(asked).toMatchObject({ status: 202, body: { channel: 'sms', at: expect.any(String) } })

    const texts: TextMessage[] = []
    const { services } = api
    const post = {
      ...{ services, claims: services.notifications, tokenKey, portalUrl: 'https://portal.example.com' },
      texter: { send: async (text: TextMessage) => void texts.push(text) },
    } as unknown as Post
    const [event] = await requested('chen')
    expect(event?.at).toBe((asked.body as unknown as { at: string }).at)
    const now = new Date().toISOString()
    await sendTest(event as DomainEvent, { now }, post)
    await sendTest(event as DomainEvent, { now }, post)
    expect(texts).toMatchObject([{ to: '+4930123456', text: expect.stringContaining('/me/notifications') }])
    expect((await chen.get(path)).body).toMatchObject({
      tests: [{ channel: 'sms', status: 'sent', at: now }],
    })
  })

  test('is by mail alone for people who do not work here', async () => {
    const { version } = await api.services.preferences.snapshot('riley')
    await api.services.preferences.write('riley', { phone: '+4930123456', shiftReminders: [] }, version)
    const riley = await api.as('riley')
    const refused = await riley.post(`${path}/test`, { channel: 'sms' })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'channel' }] } })
    expect((await riley.post(`${path}/test`, { channel: 'mail' })).status).toBe(202)
  })

  test('is given five times in ten minutes', async () => {
    const ben = await api.as('ben')
    for (let count = 0; count < 5; count++) {
      expect((await ben.post(`${path}/test`, { channel: 'mail' })).status).toBe(202)
    }
    const sixth = await ben.post(`${path}/test`, { channel: 'mail' })
    expect(sixth).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } })
    expect(await requested('ben')).toHaveLength(5)
  })
})
