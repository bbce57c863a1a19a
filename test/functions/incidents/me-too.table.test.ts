import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let noor: Visitor
let sam: Visitor
let ana: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, noor, sam, ana] = await Promise.all([
    api.as('riley'),
    api.as('noor'),
    api.as('sam'),
    api.as('ana'),
  ])
})
afterAll(() => api.stop())

const secret = {
  ...problem,
  title: 'Riley’s own title',
  description: 'Riley’s own words',
  serviceId: 'svc_email',
}
const reported = async () => (await riley.post('/incidents', secret)).body.id
const known = async () => {
  const id = await reported()
  await ana.post(`/incidents/${id}/known`, { known: true, title: 'Mail is late' })
  return id
}
const listed = (serviceId?: string) => api.services.knownProblems.list(serviceId, { limit: 100 })
const resolve = async (id: string) => {
  const { etag } = await ana.get(`/incidents/${id}`)
  const body = { to: 'resolved', resolutionCode: 'fixed', notes: 'Done.' }
  expect((await ana.post(`/incidents/${id}/moves`, body, { 'if-match': etag })).status).toBe(200)
}

describe('a known problem', () => {
  test('is listed with its public title while it is open, and follows its state', async () => {
    const id = await known()
    const row = async (serviceId?: string) => (await listed(serviceId)).items.find((one) => one.id === id)
    expect(await row('svc_email')).toEqual({
      ...{ id, title: 'Mail is late', state: 'new', stage: 'categorisation' },
      ...{ serviceId: 'svc_email', createdAt: expect.any(String) },
    })
    expect(await row('svc_vpn')).toBeUndefined()
    const { etag } = await ana.get(`/incidents/${id}`)
    await ana.patch(`/incidents/${id}`, { assigneeId: 'ana' }, { 'if-match': etag })
    expect(await row()).toMatchObject({ state: 'in_progress' })
    await resolve(id)
    expect(await row()).toBeUndefined()
    expect((await ana.post(`/incidents/${id}/known`, { known: true })).status).toBe(409)
  })

  test('is in everybody’s list, as far as each may read it', async () => {
    const id = await known()
    await noor.post(`/incidents/${id}/me-too`)
    const rowOf = async (by: Visitor) =>
      (await by.get('/incidents?view=known&service=svc_email')).body.items.find((one) => one.id === id)
    expect(await rowOf(noor)).toMatchObject({ title: 'Mail is late', meToo: true })
    expect(JSON.stringify(await rowOf(noor))).not.toContain('Riley')
    expect(await rowOf(sam)).not.toHaveProperty('meToo')
    expect(await rowOf(ana)).toMatchObject({ title: secret.title, requesterName: expect.any(String) })
    expect((await noor.get('/incidents?view=following')).body.items).toContainEqual(
      expect.objectContaining({ id, title: 'Mail is late' }),
    )
    expect((await noor.get('/incidents?view=queue')).status).toBe(403)
  })

  test('is taken off the list by who may put it there', async () => {
    const id = await known()
    expect((await riley.post(`/incidents/${id}/known`, { known: false })).status).toBe(403)
    expect((await ana.post(`/incidents/${id}/known`, { known: false })).status).toBe(200)
    expect((await listed()).items.map((one) => one.id)).not.toContain(id)
  })
})

describe('POST /incidents/{id}/me-too', () => {
  test('joins whom it affects, once, and shows them what everybody may know', async () => {
    const id = await known()
    const key = { 'idempotency-key': `me-too-${id}` }
    const first = await noor.post(`/incidents/${id}/me-too`, {}, key)
    expect(first.status).toBe(201)
    await Promise.all([noor.post(`/incidents/${id}/me-too`, {}, key), noor.post(`/incidents/${id}/me-too`)])
    expect((await ana.get(`/incidents/${id}`)).body).toMatchObject({ affected: 1, version: 2 })
    const page = await noor.get(`/incidents/${id}`)
    expect(page.body).toEqual(first.body)
    expect(page.body).toEqual({
      ...{ id, title: 'Mail is late', state: 'new', stage: 'categorisation' },
      ...{ serviceId: 'svc_email', createdAt: expect.any(String), meToo: true },
    })
  })

  test('lets nobody count, read or write anything else', async () => {
    const id = await known()
    await noor.post(`/incidents/${id}/me-too`)
    const before = await noor.get(`/incidents/${id}`)
    await ana.post(`/incidents/${id}/comments`, { body: 'Word to Riley', visibility: 'public' })
    const after = await noor.get(`/incidents/${id}`)
    expect([after.text, after.etag]).toEqual([before.text, ''])
    expect(after.text).not.toMatch(/Riley|riley|words|version|updatedAt|comment/)
    const replies = await Promise.all([
      noor.get(`/incidents/${id}/timeline`),
      noor.post(`/incidents/${id}/comments`, { body: 'Hello?' }),
      noor.post(`/incidents/${id}/moves`, { to: 'canceled' }, { 'if-match': '"p1"' }),
      noor.patch(`/incidents/${id}`, { title: 'Mine' }, { 'if-match': '"p1"' }),
      sam.get(`/incidents/${id}`),
    ])
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    await resolve(id)
    expect((await noor.get(`/incidents/${id}`)).body).toMatchObject({
      title: 'Mail is late',
      state: 'resolved',
    })
  })

  test('of what is not known is like nothing there; of one’s own is nothing new', async () => {
    const id = await reported()
    expect((await noor.post(`/incidents/${id}/me-too`)).status).toBe(404)
    expect((await riley.post(`/incidents/${id}/me-too`)).status).toBe(201)
    expect(await api.services.meToos.count(id)).toBe(0)
  })
})

describe('what somebody follows', () => {
  test('is what they watch and what they joined, each as far as they may read it', async () => {
    const [watched, joined] = [await reported(), await known()]
    const { etag } = await ana.get(`/incidents/${watched}`)
    await ana.patch(`/incidents/${watched}`, { watchers: ['noor'] }, { 'if-match': etag })
    await noor.post(`/incidents/${joined}/me-too`)
    const following = () => api.services.watching.ofPerson('noor', { limit: 2 }, { seesAll: false })
    const { items, nextCursor } = await following()
    expect(items).toMatchObject([
      { id: joined, title: 'Mail is late', meToo: true },
      { id: watched, title: secret.title },
    ])
    expect(JSON.stringify(items[0])).not.toContain('Riley')
    const rest = await api.services.watching.ofPerson(
      'noor',
      { limit: 2, cursor: nextCursor },
      { seesAll: false },
    )
    expect(rest.items.map(({ id }) => id)).not.toContain(joined)
    const { etag: latest } = await ana.get(`/incidents/${watched}`)
    await ana.patch(`/incidents/${watched}`, { watchers: [] }, { 'if-match': latest })
    expect((await following()).items.map(({ id }) => id)).not.toContain(watched)
  })

  test('begins and ends with one click of an agent, however often', async () => {
    const id = await reported()
    await Promise.all([ana.put(`/incidents/${id}/watch`), ana.put(`/incidents/${id}/watch`)])
    expect((await ana.get(`/incidents/${id}`)).body).toMatchObject({ watchers: [{ id: 'ana' }] })
    const of = async () =>
      (await api.services.watching.ofPerson('ana', { limit: 5 }, { seesAll: true })).items
    expect((await of()).map((row) => row.id)).toEqual([id])
    expect((await ana.delete(`/incidents/${id}/watch`)).status).toBe(200)
    expect(await of()).toEqual([])
    expect((await riley.put(`/incidents/${id}/watch`)).status).toBe(403)
  })
})

describe('PUT /incidents/{id}/presence', () => {
  test('shows who else looks at it, and remembers what one has seen', async () => {
    const id = await reported()
    const ben = await api.as('ben')
    expect((await ben.put(`/incidents/${id}/presence`, { typing: true })).body).toEqual({ items: [] })
    expect((await ana.put(`/incidents/${id}/presence`, {})).body).toEqual({
      items: [{ id: 'ben', name: expect.any(String), at: expect.any(String), typing: true }],
    })
    const seen = await api.services.presences.seenBy('ana')
    expect(seen.updatedAt.get(id)).toBe((await ana.get(`/incidents/${id}`)).body.updatedAt)
    const unread = async () =>
      (await ana.get('/incidents?view=all&limit=100')).body.items.find((row) => row.id === id)?.unread
    expect(await unread()).toBe(false)
    await riley.post(`/incidents/${id}/comments`, { body: 'And now?' })
    expect(await unread()).toBe(true)
    expect((await riley.put(`/incidents/${id}/presence`, {})).status).toBe(403)
    expect((await sam.put(`/incidents/${id}/presence`, {})).status).toBe(404)
  })
})
