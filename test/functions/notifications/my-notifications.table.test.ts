import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { myNotificationsOperations } from '../../../functions/notifications/api/my-notifications.ts'
import { hookSecret } from '../../../functions/notifications/hook-signature.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

const tokenKey = 'k'.repeat(64)
let api: Api

beforeAll(async () => {
  api = await apiOverTable(myNotificationsOperations(async () => tokenKey))
})
afterAll(() => api.stop())

const path = '/me/notifications'
const matching = (etag: string) => ({ 'if-match': etag })

describe('my notifications', () => {
  test('are those of the organisation until somebody sets their own', async () => {
    const dana = await api.as('dana')
    const found = await dana.get(path)
    expect(found).toMatchObject({
      status: 200,
      etag: '"p0"',
      body: {
        preferences: { shiftReminders: [60] },
        source: 'default',
        forced: [],
        webhookSecret: hookSecret(tokenKey, 'dana'),
      },
    })
    const own = {
      phone: '+4930123456',
      rules: {
        urgent: [{ channel: 'sms', delayMinutes: 5 }],
        normal: [{ channel: 'mail', delayMinutes: 0 }],
      },
      quietHours: { from: '22:00', to: '06:00' },
      shiftReminders: [],
    }
    expect(await dana.put(path, own)).toMatchObject({ status: 428 })
    expect(await dana.put(path, own, matching('"p0"'))).toMatchObject({
      status: 200,
      etag: '"p1"',
      body: { preferences: own, rules: own.rules, source: 'own' },
    })
    expect(await dana.put(path, own, matching('"p0"'))).toMatchObject({
      status: 412,
      body: { current: own },
    })
    expect((await dana.get(path)).body).toMatchObject({ preferences: own, source: 'own' })
  })

  test('are by mail alone for people who do not work here', async () => {
    const riley = await api.as('riley')
    const { etag } = await riley.get(path)
    const rules = {
      urgent: [{ channel: 'sms', delayMinutes: 0 }],
      normal: [{ channel: 'mail', delayMinutes: 0 }],
    }
    const webhook = { url: 'https://chat.example.com/hook', format: 'json' }
    const answer = await riley.put(path, { phone: '+4930123456', webhook, rules }, matching(etag))
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual(
      ['phone', 'webhook', 'rules'].map((field) => ({
        path: field,
        message: expect.stringContaining('by mail'),
      })),
    )
    const mails = { urgent: rules.normal, normal: rules.normal }
    expect((await riley.put(path, { rules: mails }, matching(etag))).status).toBe(200)
  })

  test('keep what somebody set while they worked here', async () => {
    const phone = '+4930123456'
    const { version } = await api.services.preferences.snapshot('riley')
    await api.services.preferences.write('riley', { phone, shiftReminders: [] }, version)
    const riley = await api.as('riley')
    const { etag } = await riley.get(path)
    const digest = { at: '08:00', weekdays: ['mon'] }
    expect((await riley.put(path, { phone, digest }, matching(etag))).status).toBe(200)
  })

  test.each([
    ['http://chat.example.com/hook', 'https://'],
    ['https://127.0.0.1/hook', 'private network'],
    ['https://0x7f.1/hook', 'private network'],
    ['https://169.254.169.254/latest', 'private network'],
    ['https://[::ffff:10.0.0.1]/', 'private network'],
    ['https://[fd00::1]/', 'private network'],
    ['https://intranet/hook', 'private network'],
    ['https://db.internal/hook', 'private network'],
    ['https://somebody:secret@chat.example.com/hook', 'password'],
    ['ftp://chat.example.com/hook', 'https://'],
  ])('refuse the webhook %s in words', async (url, words) => {
    const ben = await api.as('ben')
    const { etag } = await ben.get(path)
    const answer = await ben.put(path, { webhook: { url, format: 'json' } }, matching(etag))
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual([{ path: 'webhook.url', message: expect.stringContaining(words) }])
  })

  test('refuse quiet hours without an end and numbers that are none', async () => {
    const ben = await api.as('ben')
    const { etag } = await ben.get(path)
    for (const wrong of [{ quietHours: { from: '08:00', to: '08:00' } }, { phone: '030 123456' }]) {
      expect((await ben.put(path, wrong, matching(etag))).status).toBe(422)
    }
  })

  test('say what somebody asked to be told of, what their roles bring, and what they muted', async () => {
    const [ben, riley] = [await api.as('ben'), await api.as('riley')]
    const wish = {
      ...{ id: 'trg_own', name: 'Mine', on: ['resolved' as const], channel: 'mail' as const, digest: false },
      where: { mine: 'assignee' as const },
    }
    const before = await api.services.triggers.ofPerson('ben')
    await api.services.triggers.save('ben', before, { ...before, items: [wish], off: ['trg_all'] })
    await api.services.mutes.set('ben', { id: 'INC-000001', title: 'No network' }, new Date().toISOString())
    const found = (await ben.get(path)).body
    expect(found).toMatchObject({ triggers: [wish], muted: [{ id: 'INC-000001', title: 'No network' }] })
    const { triggerDefaults } = await api.services.settings.current()
    const forRequesters = triggerDefaults.filter(({ roles }) => roles.includes('requester'))
    expect((await riley.get(path)).body).toMatchObject({
      triggers: [],
      muted: [],
      defaultTriggers: forRequesters.map((trigger) => ({ ...trigger, active: true })),
    })
  })

  test('are read with the rights in three round trips and written in one more', async () => {
    const chen = await api.as('chen')
    const { etag } = await chen.get(path)
    const read = await api.count(() => chen.get(path))
    const write = await api.count(() =>
      chen.put(path, { webhook: { url: 'https://chat.example.com/x', format: 'slack' } }, matching(etag)),
    )
    expect({ read: read.trips, write: write.trips }).toEqual({ read: 1, write: 2 })
  })
})
