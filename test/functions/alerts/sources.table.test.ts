import { beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../support/api.ts'
import { bodyOf, sourceApi, webhook } from './source-api.ts'

const { as, make, rotate, send, trafficOf } = sourceApi()

let omar: Visitor
beforeAll(async () => {
  omar = await as('omar')
})

describe('a source', () => {
  test('is made with a key, which is shown once and nowhere else', async () => {
    const made = await omar.post('/sources', { name: 'Prometheus EU', kind: 'alertmanager' })
    const { key, ...shown } = bodyOf<{ key: string }>(made)
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

  test('is made with a mapping of as many labels as an alert has, and of no more', async () => {
    const labels = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`l${n}`, 'a']))
    const add = (count: number) =>
      omar.post('/sources', { name: 'Many', kind: 'generic', mapping: { title: 'a', labels: labels(count) } })
    const refused = await add(65)
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([422, ['mapping.labels']])
    expect((await add(64)).status).toBe(201)
  })

  test('keeps its kind: another one is added for another kind', async () => {
    const { id } = await make('alertmanager', { name: 'Steady' })
    const { etag, body } = await omar.get(`/sources/${id}`)
    const put = (more: object) => omar.put(`/sources/${id}`, { ...body, ...more }, { 'if-match': etag })
    const refused = await put({ kind: 'grafana' })
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ path: 'kind', message: expect.stringContaining('Add another source') }],
    ])
    expect((await put({ name: 'Steadier' })).status).toBe(200)
  })

  test('that was retired gets no new key', async () => {
    const { id } = await make('alertmanager', { name: 'Gone' })
    const { etag } = await omar.get(`/sources/${id}`)
    await omar.delete(`/sources/${id}`, undefined, { 'if-match': etag })
    const refused = await omar.post(`/sources/${id}/rotate`, {})
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('retired')])
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
    const person = await as(who)
    expect((await person.post('/sources', { name: 'Mine', kind: 'grafana' })).status).toBe(403)
    expect((await person.post('/sources/src_prometheus/rotate', {})).status).toBe(403)
    expect((await person.post('/sources/src_prometheus/try', {})).status).toBe(403)
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
