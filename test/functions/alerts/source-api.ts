import { afterAll, beforeAll, beforeEach } from 'vitest'
import { readSourceTraffic } from '../../../functions/alerts/api/read-source-traffic.ts'
import { receiveAlerts } from '../../../functions/alerts/api/receive-alerts.ts'
import { rotateKey } from '../../../functions/alerts/api/rotate-key.ts'
import { trySource } from '../../../functions/alerts/api/try-source.ts'
import type { Received } from '../../../functions/alerts/received.ts'
import { openSns } from '../../../functions/alerts/sns-verify.ts'
import { operations as settings } from '../../../functions/settings/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { certificate } from './sns/signed.ts'

type Made = { id: string; key: string; url: string; address: string; previousExpiresAt: string }
type Traffic = {
  requests: number
  accepted: number
  truncated: number
  refused: Record<string, number>
  keys?: { lastFour: string; expiresAt?: string }[]
  captured?: { text: string; outcome: string }
}

export const bodyOf = <Body>({ body }: { body: unknown }) => body as Body

/** The API of sources over a table of this file's own, with a queue that is looked into and can be down. */
export function sourceApi() {
  let api: Api
  let omar: Visitor
  const queued: Received[] = []
  const fetched: string[] = []
  const queue = {
    isDown: false,
    async put(message: Received) {
      if (queue.isDown) throw new Error('The queue is down.')
      queued.push(message)
    },
  }
  const sns = openSns(async (url) => {
    fetched.push(url)
    return certificate
  })

  beforeAll(async () => {
    process.env.API_URL = 'https://desk.example'
    process.env.MAIL_DOMAIN = 'desk.example'
    const own = [receiveAlerts({ queue, sns }), rotateKey, readSourceTraffic, trySource]
    api = await apiOverTable([...settings, ...own])
    omar = await api.as('omar')
  })
  afterAll(() => api.stop())
  beforeEach(() => {
    queued.length = 0
    fetched.length = 0
    queue.isDown = false
  })

  return {
    queue,
    queued,
    fetched,
    services: () => api.services,
    as: (person: string) => api.as(person),
    make: async (kind: string, more: object = {}) =>
      bodyOf<Made>(await omar.post('/sources', { name: `Source ${kind}`, kind, ...more })),
    rotate: async (id: string, body: object = {}) =>
      bodyOf<Made>(await omar.post(`/sources/${id}/rotate`, body)),
    send: (id: string, key: string | undefined, body: unknown, headers = {}) =>
      api.send('POST', `/alerts/${id}`, {
        body,
        headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
      }),
    trafficOf: async (id: string, who = omar) => bodyOf<Traffic>(await who.get(`/sources/${id}/traffic`)),
  }
}

export const alert = (n = 0) => ({ status: 'firing', labels: { alertname: 'Down', n: String(n) } })
export const webhook = (alerts: unknown[] = [alert()]) => ({ version: '4', alerts })
