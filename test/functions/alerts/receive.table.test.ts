import { beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../support/api.ts'
import { alert, sourceApi, webhook } from './source-api.ts'

const { as, make, queue, queued, send, trafficOf } = sourceApi()

let omar: Visitor
beforeAll(async () => {
  omar = await as('omar')
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

  test('is taken but for the alerts that cannot be, which are counted as such', async () => {
    const { id, key } = await make('alertmanager')
    const labels = (count: number, name = 'l', value = 'x') =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`${name}${n}`, value]))
    const large = { status: 'firing', labels: labels(64, '☂'.repeat(100), '☂'.repeat(1024)) }
    const sent = await send(id, key, webhook([alert(1), { ...alert(2), labels: labels(65) }, alert(3)]))
    expect([sent.status, sent.body]).toEqual([202, { accepted: 2, refused: 1 }])
    expect(queued.map(({ occurrences }) => occurrences.length)).toEqual([2])
    expect(await trafficOf(id)).toMatchObject({ requests: 0, refused: { too_many_labels: 1 } })
    expect((await send(id, key, webhook([large, alert(1)]))).body).toEqual({ accepted: 1, refused: 1 })
    expect((await trafficOf(id)).refused).toEqual({ too_many_labels: 1, too_large: 1 })
    expect((await send(id, key, webhook([large]))).status).toBe(422)
  })

  test('is answered with 503 and when to try again while the queue is down, and counted', async () => {
    const { id, key } = await make('alertmanager')
    queue.isDown = true
    const refused = await send(id, key, webhook())
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '30'])
    expect((await trafficOf(id)).refused).toEqual({ unavailable: 1 })
    queue.isDown = false
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

  test('a payload nested as deep as it is long is refused, counted and not read by any mapping', async () => {
    const generic = await make('generic', { mapping })
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const refused = await send(generic.id, generic.key, deep)
    expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining('nested')])
    expect((await trafficOf(generic.id)).refused).toEqual({ malformed: 1 })
    expect((await omar.post(`/sources/${generic.id}/try`, `{"payload":${deep}}`)).status).toBe(400)
    expect((await omar.post(`/sources/${generic.id}/try`, {})).status).toBe(200)
  })

  test('there is nothing to try before anything came', async () => {
    const generic = await make('generic', { mapping })
    expect((await omar.post(`/sources/${generic.id}/try`, {})).status).toBe(409)
    const tried = await omar.post(`/sources/${generic.id}/try`, { payload: { alert: { title: 'A' } } })
    expect(tried.body).toMatchObject({ occurrences: [{ title: 'A', sourceId: generic.id }] })
  })
})

describe('the traffic of a source', () => {
  test('is shown to staff, its keys and its last request to who may set it up', async () => {
    const { id, key } = await make('alertmanager')
    await send(id, key, webhook())
    await send(id, key, 'nonsense')
    const [seen, less] = [await trafficOf(id), await trafficOf(id, await as('aud'))]
    expect(seen.keys).toMatchObject([{ lastFour: key.slice(-4), createdBy: { id: 'omar' } }])
    expect(JSON.stringify(seen)).not.toContain(key)
    expect(seen.captured).toMatchObject({ text: 'nonsense', outcome: 'malformed' })
    expect(less).toEqual({ ...seen, keys: undefined, captured: undefined })
    expect((await (await as('riley')).get(`/sources/${id}/traffic`)).status).toBe(403)
    expect((await omar.get('/sources/src_none/traffic')).status).toBe(404)
  })
})
