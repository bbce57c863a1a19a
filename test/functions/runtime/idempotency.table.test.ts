import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let sam: Visitor
let ana: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, sam, ana] = await Promise.all([api.as('riley'), api.as('sam'), api.as('ana')])
})
afterAll(() => api.stop())

const withKey = (key: string) => ({ 'idempotency-key': key })
const countOf = async (visitor: Visitor) => (await visitor.get('/incidents?limit=100')).body.items.length

describe('a report with an Idempotency-Key', () => {
  test('sent again answers the first incident again', async () => {
    const first = await riley.post('/incidents', problem, withKey('again'))
    const before = await countOf(riley)
    const again = await riley.post('/incidents', problem, withKey('again'))
    expect([again.status, again.etag, again.body]).toEqual([201, first.etag, first.body])
    expect(await countOf(riley)).toBe(before)
  })

  test('is the same request however its members are ordered', async () => {
    const { title, ...rest } = problem
    const first = await riley.post('/incidents', { title, ...rest }, withKey('order'))
    const again = await riley.post('/incidents', { ...rest, title }, withKey('order'))
    expect(again.body.id).toBe(first.body.id)
  })

  test('with another body is refused and reports nothing', async () => {
    await riley.post('/incidents', problem, withKey('other'))
    const before = await countOf(riley)
    const other = await riley.post('/incidents', { ...problem, title: 'Other' }, withKey('other'))
    expect([other.status, other.body.code]).toEqual([422, 'key_reused'])
    expect(await countOf(riley)).toBe(before)
  })

  test('sent several times at once makes one incident', async () => {
    const before = await countOf(riley)
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => riley.post('/incidents', problem, withKey('at-once'))),
    )
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect(await countOf(riley)).toBe(before + 1)
  })

  test('is private to the caller', async () => {
    const mine = await riley.post('/incidents', problem, withKey('shared'))
    const theirs = await sam.post('/incidents', { ...problem, title: 'Other' }, withKey('shared'))
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  test('may be long or odd, and is never a fault', async () => {
    for (const key of ['k'.repeat(200), 'ключ 🔑', '#-#']) {
      expect((await riley.post('/incidents', problem, withKey(key))).status).toBe(201)
    }
    expect((await riley.post('/incidents', problem, withKey('k'.repeat(3000)))).status).toBeLessThan(500)
  })
})

describe('a comment with an Idempotency-Key', () => {
  const commented = async (path: string) =>
    (await ana.get(`${path}/timeline`)).body.items.filter(({ type }) => type === 'incident.commented')

  test('is said once, also at once, and also after others have spoken', async () => {
    const path = `/incidents/${(await riley.post('/incidents', problem)).body.id}`
    const say = () => riley.post(`${path}/comments`, { body: 'Any news?' }, withKey('c1'))
    const replies = await Promise.all([say(), say()])
    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    await ana.post(`${path}/comments`, { body: 'Soon.', visibility: 'public' })
    expect((await say()).body).toEqual(replies[0]?.body)
    expect((await commented(path)).map(({ text }) => text)).toEqual(['Any news?', 'Soon.'])
  })

  test('under the same key on another incident is another request', async () => {
    const [one, two] = await Promise.all([
      riley.post('/incidents', problem),
      riley.post('/incidents', problem),
    ])
    await riley.post(`/incidents/${one.body.id}/comments`, { body: 'Hm' }, withKey('c2'))
    const reply = await riley.post(`/incidents/${two.body.id}/comments`, { body: 'Hm' }, withKey('c2'))
    expect([reply.status, reply.body.code]).toEqual([422, 'key_reused'])
  })

  test('sent again after the incident was closed answers the first again', async () => {
    const path = `/incidents/${(await riley.post('/incidents', problem)).body.id}`
    const first = await riley.post(`${path}/comments`, { body: 'Wait' }, withKey('c3'))
    const { etag } = await riley.get(path)
    expect((await riley.post(`${path}/moves`, { to: 'canceled' }, { 'if-match': etag })).status).toBe(200)
    const again = await riley.post(`${path}/comments`, { body: 'Wait' }, withKey('c3'))
    expect([again.status, again.body]).toEqual([201, first.body])
  })
})
