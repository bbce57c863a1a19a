import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let ben: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, ana, ben] = await Promise.all([api.as('riley'), api.as('ana'), api.as('ben')])
})
afterAll(() => api.stop())

const reported = async () => `/incidents/${(await riley.post('/incidents', problem)).body.id}`

describe('two writers over one version', () => {
  test('have one winner, and the other sees what changed', async () => {
    const path = await reported()
    const { etag } = await ana.get(path)
    const replies = await Promise.all([
      ana.patch(path, { title: 'By Ana' }, { 'if-match': etag }),
      ben.patch(path, { title: 'By Ben' }, { 'if-match': etag }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412])
    const winner = replies.find(({ status }) => status === 200)
    const loser = replies.find(({ status }) => status === 412)
    expect(loser?.body.current).toMatchObject({ title: winner?.body.title, version: 2 })
    expect((await ana.get(path)).body.title).toBe(winner?.body.title)
  })

  test('of an acknowledgement are told the same: one did it', async () => {
    const path = await reported()
    const { etag } = await ana.get(path)
    const replies = await Promise.all(
      [ana, ben].map((one) => one.post(`${path}/acknowledge`, undefined, { 'if-match': etag })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412])
    const { body } = await ana.get(`${path}/timeline`)
    expect(body.items.filter(({ type }) => type === 'incident.acknowledged')).toHaveLength(1)
  })

  test('who only comment do not mind each other, and every word is kept in order', async () => {
    const path = await reported()
    const words = ['one', 'two', 'three', 'four']
    const replies = await Promise.all(
      words.map((body, n) => [riley, ana][n % 2]?.post(`${path}/comments`, { body, visibility: 'public' })),
    )
    expect(replies.map((reply) => reply?.status)).toEqual([201, 201, 201, 201])
    const { body } = await ana.get(`${path}/timeline`)
    expect(body.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect((await ana.get(`${path}/timeline/verify`)).body).toMatchObject({ intact: true })
  })
})

describe('what a requester sees of internal work', () => {
  test('is nothing: not in the timeline, the version, the ETag or the time of the last change', async () => {
    const path = await reported()
    const before = await riley.get(path)
    const timeline = await riley.get(`${path}/timeline`)
    for (const body of ['Looks like the quota.', 'Or not.']) {
      expect((await ana.post(`${path}/comments`, { body, visibility: 'internal' })).status).toBe(201)
    }
    const after = await riley.get(path)
    expect([after.etag, after.body]).toEqual([before.etag, before.body])
    expect((await riley.get(`${path}/timeline`)).body).toEqual(timeline.body)
    expect((await riley.get('/incidents')).body.items[0]?.updatedAt).toBe(before.body.updatedAt)
    expect(after.text).not.toMatch(/timers|slices|escalation|quota/)
    const theirs = await ana.get(`${path}/timeline`)
    expect(theirs.body.items.map(({ visibility, seq }) => [visibility, seq])).toEqual([
      ['public', 1],
      ['internal', 1],
      ['internal', 2],
    ])
  })

  test('does not stand in the way of their own change', async () => {
    const path = await reported()
    const { etag } = await riley.get(path)
    await ana.post(`${path}/comments`, { body: 'A note.', visibility: 'internal' })
    const reply = await riley.post(`${path}/moves`, { to: 'canceled' }, { 'if-match': etag })
    expect(reply.status).toBe(200)
  })

  test('is not for them to write', async () => {
    const path = await reported()
    const reply = await riley.post(`${path}/comments`, { body: 'Psst', visibility: 'internal' })
    expect(reply.status).toBe(403)
    expect((await riley.get(`${path}/timeline/verify`)).status).toBe(403)
    expect((await riley.get(`${path}/notifications`)).status).toBe(403)
  })
})
