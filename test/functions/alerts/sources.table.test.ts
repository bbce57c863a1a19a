import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSourceTraffic } from '../../../functions/alerts/api/read-source-traffic.ts'
import { receiveAlerts } from '../../../functions/alerts/api/receive-alerts.ts'
import { rotateKey } from '../../../functions/alerts/api/rotate-key.ts'
import { trySource } from '../../../functions/alerts/api/try-source.ts'
import type { Received } from '../../../functions/alerts/on-alerts-received.ts'
import { openSns } from '../../../functions/alerts/sns-verify.ts'
import { operations as settings } from '../../../functions/settings/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { certificate, confirmation, notification } from './sns/signed.ts'

let api: Api
let omar: Visitor
let aud: Visitor
const queued: Received[] = []
const fetched: string[] = []
let isQueueDown = false

const intake = {
  queue: {
    async put(message: Received) {
      if (isQueueDown) throw new Error('The queue is down.')
      queued.push(message)
    },
  },
  sns: openSns(async (url) => {
    fetched.push(url)
    return certificate
  }),
}

beforeAll(async () => {
  process.env.API_URL = 'https://desk.example'
  process.env.MAIL_DOMAIN = 'desk.example'
  api = await apiOverTable([...settings, ...[receiveAlerts(intake), rotateKey, readSourceTraffic, trySource]])
  ;[omar, aud] = await Promise.all([api.as('omar'), api.as('aud')])
})
afterAll(() => api.stop())
beforeEach(() => {
  queued.length = 0
  fetched.length = 0
  isQueueDown = false
})

type Made = { id: string; key: string; url: string; address: string; previousExpiresAt: string }
type Traffic = {
  requests: number
  accepted: number
  truncated: number
  refused: Record<string, number>
  keys?: { lastFour: string; expiresAt?: string }[]
  captured?: { text: string; outcome: string }
}

const bodyOf = <Body>({ body }: { body: unknown }) => body as Body
const make = async (kind: string, more: object = {}) =>
  bodyOf<Made>(await omar.post('/sources', { name: `Source ${kind}`, kind, ...more }))
const rotate = async (id: string, body: object = {}) =>
  bodyOf<Made>(await omar.post(`/sources/${id}/rotate`, body))
const send = (id: string, key: string | undefined, body: unknown, headers = {}) =>
  api.send('POST', `/alerts/${id}`, {
    body,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
  })
const trafficOf = async (id: string, who = omar) => bodyOf<Traffic>(await who.get(`/sources/${id}/traffic`))

const alert = (n = 0) => ({ status: 'firing', labels: { alertname: 'Down', n: String(n) } })
const webhook = (alerts: unknown[] = [alert()]) => ({ version: '4', alerts })

describe('a source', () => {
  test('is made with a key, which is shown once and nowhere else', async () => {
    const made = await omar.post('/sources', { name: 'Prometheus EU', kind: 'alertmanager' })
    const { key, ...shown } = bodyOf<Made>(made)
    expect([made.status, shown, key]).toEqual([
      201,
      {
        ...{ id: 'src_prometheus_eu', name: 'Prometheus EU', kind: 'alertmanager', treatment: {} },
        url: 'https://desk.example/v1/alerts/src_prometheus_eu',
      },
      expect.stringMatching(/^evk_src_[\w-]{43}$/),
    ])
    const read = await omar.get('/sources/src_prometheus_eu')
    expect([read.etag, read.text.includes(key)]).toEqual([made.etag, false])
    expect((await omar.get('/settings')).text).not.toContain(key)
    expect((await omar.get('/audit')).text).not.toContain(key)
  })

  test('of the kind mail is made with an address instead', async () => {
    const { key, url, address } = await make('mail')
    expect([key, url, address]).toEqual([
      undefined,
      undefined,
      expect.stringMatching(/^alerts\+[0-9a-f]{40}@desk\.example$/),
    ])
  })

  test.each([
    [{ kind: 'generic' }, 'mapping'],
    [{ kind: 'generic', mapping: { title: '{{ a' } }, 'mapping.title'],
    [{ kind: 'generic', mapping: { title: 'a', labels: { host: '{{}}' } } }, 'mapping.labels.host'],
    [{ kind: 'grafana', treatment: { teamId: 'team_none' } }, 'treatment.teamId'],
    [{ kind: 'grafana', treatment: { serviceId: 'svc_none' } }, 'treatment.serviceId'],
    [{ kind: 'carrier pigeon' }, 'kind'],
  ])('is not made of %j', async (body, path) => {
    const refused = await omar.post('/sources', { name: 'Odd', ...body })
    expect([refused.status, refused.body.errors.map((error) => error.path)]).toEqual([422, [path]])
  })

  test('that a rule asks for is not retired, and a retired one takes nothing more', async () => {
    const { id, key } = await make('alertmanager', { name: 'Old one' })
    const rule = {
      ...{ name: 'Of the old one', kind: 'route', treatment: {} },
      when: [{ label: '@source', op: 'is', value: id }],
    }
    const added = await omar.post('/alert-rules', rule)
    expect(added.status).toBe(201)
    const unknown = { ...rule, when: [{ label: '@source', op: 'is', value: 'src_none' }] }
    expect((await omar.post('/alert-rules', unknown)).status).toBe(422)
    const { etag } = await omar.get(`/sources/${id}`)
    const refused = await omar.delete(`/sources/${id}`, undefined, { 'if-match': etag })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Of the old one')])
    await omar.delete(`/alert-rules/${added.body.id}`, undefined, { 'if-match': added.etag })
    expect((await omar.delete(`/sources/${id}`, undefined, { 'if-match': etag })).status).toBe(200)
    expect((await send(id, key, webhook())).status).toBe(404)
    expect((await trafficOf(id)).refused).toEqual({ retired: 1 })
  })

  test.each(['riley', 'ana', 'dana'])('is not made or given a new key by %s', async (who) => {
    const person = await api.as(who)
    expect((await person.post('/sources', { name: 'Mine', kind: 'grafana' })).status).toBe(403)
    expect((await person.post('/sources/src_prometheus/rotate', {})).status).toBe(403)
    expect((await person.post('/sources/src_prometheus/try', {})).status).toBe(403)
  })
})

describe('what a source sends', () => {
  test('is queued, with the key as Bearer or in the address', async () => {
    const { id, key } = await make('alertmanager')
    const sent = await send(id, key, webhook([alert(1), alert(2)]))
    expect([sent.status, sent.body]).toEqual([202, { accepted: 2 }])
    expect((await send(`${id}?key=${key}`, undefined, webhook())).status).toBe(202)
    expect(
      queued.map(({ sourceId, requests, occurrences }) => [sourceId, requests, occurrences.length]),
    ).toEqual([
      [id, 1, 2],
      [id, 1, 1],
    ])
  })

  test('is queued in parts where it is long, and counts as one request', async () => {
    const { id, key } = await make('alertmanager')
    const many = Array.from({ length: 250 }, (_, n) => alert(n))
    expect((await send(id, key, webhook(many))).body).toEqual({ accepted: 250 })
    expect(queued.map(({ requests, occurrences }) => [requests, occurrences.length])).toEqual([
      [1, 100],
      [0, 100],
      [0, 50],
    ])
    const long = Array.from({ length: 30 }, (_, n) => ({ ...alert(n), annotations: { a: 'x'.repeat(7500) } }))
    expect((await send(id, key, webhook(long))).body).toEqual({ accepted: 30 })
    for (const message of queued) expect(JSON.stringify(message).length).toBeLessThan(210 * 1024)
  })

  test('is counted also when nothing is in it, or the sender left something out', async () => {
    const { id, key } = await make('alertmanager')
    expect((await send(id, key, webhook([]))).body).toEqual({ accepted: 0 })
    await send(id, key, { ...webhook(), truncatedAlerts: 7 })
    expect(await trafficOf(id)).toMatchObject({ requests: 1, truncated: 7 })
  })

  test('is answered with 503 and when to try again while the queue is down, and counted', async () => {
    const { id, key } = await make('alertmanager')
    isQueueDown = true
    const refused = await send(id, key, webhook())
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '30'])
    expect((await trafficOf(id)).refused).toEqual({ unavailable: 1 })
    isQueueDown = false
    expect((await send(id, key, webhook())).status).toBe(202)
  })
})

describe('bad input', () => {
  let id: string
  let key: string
  const mapping = { title: 'alert.title', labels: {} }
  beforeAll(async () => {
    ;({ id, key } = await make('alertmanager', { name: 'Bad input' }))
  })

  test('a wrong key is refused, counted, and nothing of it kept', async () => {
    for (const wrong of [undefined, 'guess', `evk_src_${'a'.repeat(43)}`]) {
      const refused = await send(id, wrong, webhook())
      expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated'])
    }
    const other = await make('alertmanager', { name: 'Another' })
    expect((await send(id, other.key, webhook())).status).toBe(401)
    const { refused, captured } = await trafficOf(id)
    expect([refused.wrong_key, captured]).toEqual([4, undefined])
    expect((await send('src_nowhere', key, webhook())).status).toBe(401)
    expect(queued).toEqual([])
  })

  test('a body of 300 KB is refused, and not kept', async () => {
    const refused = await send(id, key, JSON.stringify(webhook([{ ...alert(), x: 'x'.repeat(300 * 1024) }])))
    expect([refused.status, refused.body.code]).toEqual([413, 'too_large'])
    const { captured, ...counts } = await trafficOf(id)
    expect([counts.refused.too_large, captured]).toEqual([1, undefined])
  })

  test.each([
    ['not JSON', '{"version": "4",', {}, 400, 'malformed'],
    ['another type', '<a/>', { 'content-type': 'text/xml' }, 415, 'unsupported_type'],
    ['text, which SNS alone sends', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported_type'],
    ['an unknown version', JSON.stringify({ version: '5', alerts: [] }), {}, 422, 'unknown_version'],
    [
      'a label set of 10,000 entries',
      JSON.stringify(
        webhook([
          {
            ...alert(),
            labels: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`l${n}`, 'x'])),
          },
        ]),
      ),
      {},
      422,
      'too_many_labels',
    ],
  ])('%s is refused, counted, and kept for the mapping editor', async (_, body, headers, status, reason) => {
    const refused = await send(id, key, body, headers)
    expect([refused.status, refused.body.detail.length > 10]).toEqual([status, true])
    const { refused: counts, captured } = await trafficOf(id)
    expect([counts[reason] ?? 0, captured?.outcome]).toEqual([expect.any(Number), reason])
    expect(counts[reason]).toBeGreaterThan(0)
    expect(captured?.text).toBe(body.slice(0, 64 * 1024))
  })

  test('a payload that lacks the mapped field is refused with what it has, and read once the mapping fits', async () => {
    const generic = await make('generic', { mapping })
    const payload = { alert: { subject: 'Disk full' } }
    const refused = await send(generic.id, generic.key, payload)
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ path: 'title', message: 'The payload has no “alert.title”. It has alert.subject.' }],
    ])
    const fitting = { title: 'alert.subject', labels: {} }
    const tried = await omar.post(`/sources/${generic.id}/try`, { mapping: fitting })
    expect(tried.body).toMatchObject({ occurrences: [{ title: 'Disk full' }], errors: [] })
    const german = await omar.post(`/sources/${generic.id}/try`, {}, { 'accept-language': 'de' })
    expect(german.body).toMatchObject({
      occurrences: [],
      errors: [{ path: 'title', message: expect.stringContaining('In der Nachricht steht kein') }],
    })
    expect(queued).toEqual([])
  })

  test('there is nothing to try before anything came', async () => {
    const generic = await make('generic', { mapping })
    expect((await omar.post(`/sources/${generic.id}/try`, {})).status).toBe(409)
    const tried = await omar.post(`/sources/${generic.id}/try`, { payload: { alert: { title: 'A' } } })
    expect(tried.body).toMatchObject({ occurrences: [{ title: 'A', sourceId: generic.id }] })
  })
})

describe('a key', () => {
  test('is rotated without a gap: both work, and never a third', async () => {
    const { id, key: first } = await make('alertmanager')
    const { key: second, previousExpiresAt } = await rotate(id, { overlapMinutes: 60 })
    expect(Date.parse(previousExpiresAt) - Date.now()).toBeGreaterThan(59 * 60_000)
    expect(
      [await send(id, first, webhook()), await send(id, second, webhook())].map((one) => one.status),
    ).toEqual([202, 202])
    const { key: third } = await rotate(id)
    const statuses = await Promise.all([first, second, third].map((key) => send(id, key, webhook())))
    expect(statuses.map(({ status }) => status)).toEqual([401, 202, 202])
    expect(statuses[0]?.body.detail).toContain('expired')
    expect((await trafficOf(id)).refused).toEqual({ expired_key: 1 })
  })

  test('ends at once without an overlap', async () => {
    const { id, key } = await make('alertmanager')
    await rotate(id, { overlapMinutes: 0 })
    expect((await send(id, key, webhook())).status).toBe(401)
    expect((await omar.post(`/sources/${id}/rotate`, { overlapMinutes: 10_081 })).status).toBe(422)
  })

  test('is made for a source that has none, as one of the demo', async () => {
    const { key, previousExpiresAt } = await rotate('src_prometheus')
    expect([previousExpiresAt, (await send('src_prometheus', key, webhook())).status]).toEqual([
      undefined,
      202,
    ])
  })

  test('of a source that was removed does not work for another one of its id', async () => {
    const { id, key } = await make('alertmanager', { name: 'Phoenix' })
    const document = await omar.get('/settings')
    const { alertSources, ...others } = bodyOf<{ alertSources: { id: string }[] }>(document)
    const without = { ...others, alertSources: alertSources.filter((one) => one.id !== id) }
    expect((await omar.put('/settings', without, { 'if-match': document.etag })).status).toBe(200)
    expect((await send(id, key, webhook())).status).toBe(401)
    const again = await make('alertmanager', { name: 'Phoenix' })
    expect([again.id, (await send(id, key, webhook())).status]).toEqual([id, 401])
    expect((await send(id, again.key, webhook())).status).toBe(202)
  })
})

describe('the traffic of a source', () => {
  test('is shown to staff, its keys and its last request to who may set it up', async () => {
    const { id, key } = await make('alertmanager')
    await send(id, key, webhook())
    await send(id, key, 'nonsense')
    const [seen, less] = [await trafficOf(id), await trafficOf(id, aud)]
    expect(seen.keys).toMatchObject([{ lastFour: key.slice(-4), createdBy: { id: 'omar' } }])
    expect(JSON.stringify(seen)).not.toContain(key)
    expect(seen.captured).toMatchObject({ text: 'nonsense', outcome: 'malformed' })
    expect(less).toEqual({ ...seen, keys: undefined, captured: undefined })
    expect((await (await api.as('riley')).get(`/sources/${id}/traffic`)).status).toBe(403)
    expect((await omar.get('/sources/src_none/traffic')).status).toBe(404)
  })
})

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
    isQueueDown = true
    expect((await send(place, undefined, body, text)).status).toBe(503)
    isQueueDown = false
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
