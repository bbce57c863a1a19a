import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openMailer } from '../../../functions/mail/send.ts'
import { deliver } from '../../../functions/notifications/courier.ts'
import { openTexter } from '../../../functions/notifications/texter.ts'
import { now } from '../incidents/fixture.ts'

const limits = { connectionTimeout: 1000, requestTimeout: 40 }
let silent: Server
let calls = 0

beforeAll(async () => {
  silent = createServer(() => void calls++)
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_REGION', 'eu-central-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  vi.stubEnv('MAIL_FROM', 'evenkeel@example.com')
  vi.stubEnv('CONFIGURATION_SET', 'evenkeel')
})
afterAll(() => {
  vi.unstubAllEnvs()
  silent.closeAllConnections()
  silent.close()
})

const parts = { language: 'en', preview: 'p', heading: 'h', paragraphs: [], footer: [] } as const
const message = { subject: 's', thread: 't', parts: { ...parts, paragraphs: [], footer: [] } }
const sends = {
  mail: () =>
    openMailer(limits).send({ ...message, to: { name: 'Ana', address: 'ana@example.com' }, sendKey: 'k' }),
  sms: () => openTexter(limits).send({ to: '+4930123456', text: 'Hello', sendKey: 'k' }),
}

describe('a service that never answers', () => {
  test.each(['mail', 'sms'] as const)('is given up by %s, after one call', async (channel) => {
    calls = 0
    await expect(sends[channel]()).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(calls).toBe(1)
  })

  test('keeps no delivery longer than its deadline, whatever the channel waits for', async () => {
    const never = { send: () => new Promise<void>(() => undefined) }
    const couriers = {
      ...{ mailer: never, texter: never, hooks: { post: () => new Promise<never>(() => undefined) } },
      tokenKey: async () => 'k',
    }
    const send = {
      ...{ incidentId: 'INC-000001', occasion: 'I000001', matter: 'step-1', channel: 'mail' as const },
      ...{ recipient: { id: 'ana', name: 'Ana' }, reason: 'r', event: 'escalation.step' },
    }
    const to = { reader: { name: 'Ana', address: 'ana@example.com' } }
    const parcel = { message: { ...message, words: 'w' }, to, send, sendKey: 'k', now }
    await expect(deliver(couriers, parcel, 5)).rejects.toThrow('took longer than 5 ms')
  })
})
