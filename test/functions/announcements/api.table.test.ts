import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/announcements/api.ts'
import { operations as statusOperations } from '../../../functions/status/api.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'
import { outage } from './fixture.ts'

let api: Api

beforeAll(async () => {
  api = await apiOverTable([...operations, ...statusOperations])
})
afterAll(() => api.stop())

const publish = async (overrides: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  (await api.as('ines')).post('/announcements', { ...outage, ...overrides }, headers)
const say = async (id: string, body: unknown, headers?: Record<string, string>) =>
  (await api.as('ines')).post(`/announcements/${id}/updates`, body, headers)
const seenBy = async (person: string | undefined, path: string) =>
  person ? (await api.as(person)).get(path) : api.send('GET', path)

const cursorOf = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')

describe('announcements over HTTP', () => {
  test('are published, updated and resolved, and move the state of their components', async () => {
    const { status, body } = await publish({ components: [{ id: 'cmp_erp', state: 'partial_outage' }] })
    expect(status).toBe(201)
    expect(body).toMatchObject({ stage: 'investigating', version: 1, updates: [], active: true })
    expect((await api.send('GET', '/status')).body).toMatchObject({ state: 'partial_outage' })

    const updated = await say(body.id, { stage: 'identified', body: 'A cable.' })
    expect(updated.status).toBe(201)
    expect(updated.body).toMatchObject({ version: 2, updates: [{ stage: 'identified', body: 'A cable.' }] })

    expect((await say(body.id, { stage: 'resolved', body: 'Plugged in.' })).status).toBe(201)
    const components = (await api.send('GET', '/components')).body.items
    expect(components.find(({ id }) => id === 'cmp_erp')).toMatchObject({ state: 'operational' })
    const late = await say(body.id, { stage: 'monitoring', body: 'Still here.' })
    expect(late).toMatchObject({ status: 409, body: { code: 'illegal_move', legalMoves: [] } })
  })

  test.each([
    [undefined, ['public']],
    ['riley', ['public', 'signed_in']],
    ['ana', ['public', 'signed_in', 'agents']],
  ])('are shown to %s as far as they are meant for them', async (person, expected) => {
    const audiences = ['public', 'signed_in', 'agents']
    const ids = await Promise.all(audiences.map(async (audience) => (await publish({ audience })).body.id))
    const { items } = (await seenBy(person, '/announcements?active=true&limit=100')).body
    const listed = items.filter(({ id }) => ids.includes(id)).map(({ audience }) => audience)
    expect(listed.sort()).toEqual(expected.toSorted())
    const statuses = await Promise.all(
      ids.map(async (id) => (await seenBy(person, `/announcements/${id}`)).status),
    )
    expect(statuses).toEqual(audiences.map((audience) => (expected.includes(audience) ? 200 : 404)))
    const { text } = await api.send('GET', '/status')
    expect(text).not.toContain('"signed_in"')
  })

  test('tell nobody outside who wrote them', async () => {
    const { body } = await publish()
    await say(body.id, { stage: 'identified', body: 'More.' })
    expect((await seenBy(undefined, `/announcements/${body.id}`)).text).not.toContain('byName')
    expect((await seenBy('riley', `/announcements/${body.id}`)).text).toContain('byName')
  })

  test.each([
    ['an unknown component', { components: [{ id: 'cmp_gone', state: 'degraded' }] }],
    ['an unknown stage', { stage: 'panicking' }],
    ['an end before the start', { endsAt: '2020-01-01T00:00:00Z' }],
    ['no body', { body: undefined }],
  ])('are refused with %s', async (_, overrides) => {
    const { status, body } = await publish(overrides)
    expect(status).toBe(422)
    expect(body.errors.length).toBeGreaterThan(0)
  })

  test('are published by incident managers and administrators only', async () => {
    const statuses = await Promise.all(
      ['riley', 'ana', 'dana', 'aud', 'omar'].map(
        async (person) => (await (await api.as(person)).post('/announcements', outage)).status,
      ),
    )
    expect(statuses).toEqual([403, 403, 403, 403, 201])
  })

  test('answer the same request again with its first result, also after it resolved them', async () => {
    const key = { 'idempotency-key': 'publish-1' }
    const first = await publish({}, key)
    expect((await publish({}, key)).body).toEqual(first.body)
    expect((await publish({ title: 'Other' }, key)).status).toBe(422)

    const resolve = () =>
      say(first.body.id, { stage: 'resolved', body: 'Fixed.' }, { 'idempotency-key': 'resolve-1' })
    const resolved = await resolve()
    expect(await resolve()).toMatchObject({ status: 201, body: resolved.body })
  })

  test('are read through in pages', async () => {
    const all = (await seenBy('ana', '/announcements?limit=100')).body.items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | undefined = ''
    do {
      const { body } = await seenBy('ana', `/announcements?limit=2${cursor && `&cursor=${cursor}`}`)
      paged.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    } while (cursor)
    expect(paged).toEqual(all)
  })

  test('show their deliveries to those who answer for them', async () => {
    const { body } = await publish()
    expect((await seenBy('ines', `/announcements/${body.id}/deliveries`)).body).toEqual({
      total: 0,
      sent: 0,
      failed: 0,
      items: [],
    })
    expect((await seenBy('riley', `/announcements/${body.id}/deliveries`)).status).toBe(403)
  })

  test('show in lists how their texts begin, and the whole text on their own', async () => {
    const { body } = await publish({ body: 'x'.repeat(20_000) })
    await say(body.id, { stage: 'identified', body: 'y'.repeat(20_000) })
    const { items } = (await seenBy(undefined, '/announcements?limit=100')).body
    const row = items.find(({ id }) => id === body.id)
    expect(String(row?.body)).toHaveLength(302)
    expect(JSON.stringify(row).length).toBeLessThan(2000)
    const whole = (await seenBy(undefined, `/announcements/${body.id}`)).text
    expect(whole.length).toBeGreaterThan(40_000)
  })

  test('that are over are read page by page, each once', async () => {
    const ids: string[] = []
    for (let index = 0; index < 5; index++) {
      const { id } = (await publish({ audience: index % 2 ? 'agents' : 'public' })).body
      await say(id, { stage: 'resolved', body: 'Fixed.' })
      if (index % 2 === 0) ids.unshift(id)
    }
    const paged: string[] = []
    let cursor: string | undefined = ''
    do {
      const { body } = await seenBy(
        undefined,
        `/announcements?active=false&limit=1${cursor && `&cursor=${cursor}`}`,
      )
      paged.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    } while (cursor)
    expect(paged.slice(0, 3)).toEqual(ids)
    expect(new Set(paged).size).toBe(paged.length)
  })

  test.each([
    ['no id at all', 'x'],
    ['an id that is too long', `ann_${'0'.repeat(120)}`],
    ['an id that looks almost right', 'ann_01HZZZZZZZZZZZZZZZZZZZZZZU'],
  ])('with %s are not looked for', async (_, id) => {
    const { result, calls } = await api.count(() => seenBy(undefined, `/announcements/${id}`))
    expect([result.status, calls]).toEqual([404, []])
    expect((await seenBy('ines', `/announcements/${id}/deliveries`)).status).toBe(404)
    expect((await say(id, { stage: 'resolved', body: 'Fixed.' })).status).toBe(404)
  })

  test.each([
    ['is no JSON', 'x'],
    ['is of another list', cursorOf({ id: 'ann_1' })],
    [
      'points elsewhere',
      cursorOf({ pk: 'PEOPLE#1', sk: 'riley', after: '!head', list: 'past', before: '0' }),
    ],
    [
      'is too long for a key',
      cursorOf({ after: `000001#01#${'ü'.repeat(600)}`, list: 'active', before: 'x' }),
    ],
  ])('refuse a page marker that %s', async (_, cursor) => {
    const { body } = await publish()
    for (const path of ['/announcements', `/announcements/${body.id}/deliveries`]) {
      const refused = await seenBy('ines', `${path}?cursor=${cursor}`)
      expect(refused).toMatchObject({ status: 400, body: { code: 'malformed' } })
    }
    expect((await seenBy('riley', `/announcements/${body.id}/deliveries?cursor=${cursor}`)).status).toBe(403)
  })

  test('count deliveries only for those who may see them', async () => {
    const { id } = (await publish()).body
    const deliveriesRead = async (person: string | undefined) => {
      const { result, calls } = await api.count(() => seenBy(person, `/announcements/${id}`))
      return [result.text.includes('deliveries'), calls.length - (person ? 1 : 0)]
    }
    expect(await deliveriesRead(undefined)).toEqual([false, 2])
    expect(await deliveriesRead('riley')).toEqual([false, 2])
    expect(await deliveriesRead('ines')).toEqual([true, 3])
  })

  test.each([
    '/announcements',
    '/announcements?active=true',
    '/announcements/{id}',
    '/status',
    '/components',
  ])('are read in one round trip with a token too: %s', async (path) => {
    const { id } = (await publish()).body
    const { trips } = await api.count(() => seenBy('ines', path.replace('{id}', id)))
    expect(trips).toBe(1)
  })
})
