import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let sam: Visitor
let ana: Visitor
let ben: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, sam, ana, ben] = await Promise.all([api.as('riley'), api.as('sam'), api.as('ana'), api.as('ben')])
})
afterAll(() => api.stop())

const reported = async (by = riley, title = problem.title) =>
  (await by.post('/incidents', { ...problem, title })).body.id
const linking = (by: Visitor, id: string, kind: string, incidentId: string, headers = {}) =>
  by.post(`/incidents/${id}/links`, { kind, incidentId }, headers)
const linksOf = async (id: string) => {
  const { links } = (await ana.get(`/incidents/${id}`)).body as {
    links?: { kind: string; incidentId: string }[]
  }
  return (links ?? []).map(({ kind, incidentId }) => `${kind} ${incidentId}`)
}

describe('POST /incidents/{id}/links', () => {
  test('links parent and child at both ends, once under its key, and takes it back from either', async () => {
    const [parent, child] = [await reported(), await reported(sam)]
    const key = { 'idempotency-key': `link-${parent}` }
    const first = await linking(ana, parent, 'child', child, key)
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ links: [{ kind: 'child', incidentId: child, title: problem.title }] })
    expect((await linking(ana, parent, 'child', child, key)).body).toEqual(first.body)
    expect([await linksOf(parent), await linksOf(child)]).toEqual([[`child ${child}`], [`parent ${parent}`]])
    expect((await ana.delete(`/incidents/${child}/links/parent/${parent}`)).body).toMatchObject({ links: [] })
    expect([await linksOf(parent), await linksOf(child)]).toEqual([[], []])
    expect((await ana.delete(`/incidents/${child}/links/parent/${parent}`)).status).toBe(404)
    expect((await ana.get(`/incidents/${child}/timeline/verify`)).body).toMatchObject({ intact: true })
  })

  test('refuses a circle of three, and what is not there', async () => {
    const [a, b, c] = [await reported(), await reported(), await reported()]
    expect((await linking(ana, a, 'child', b)).status).toBe(201)
    expect((await linking(ana, b, 'child', c)).status).toBe(201)
    expect((await linking(ana, c, 'child', a)).status).toBe(409)
    expect((await linking(ana, a, 'related', 'INC-888888')).status).toBe(422)
    expect((await linking(ana, a, 'related', a)).status).toBe(422)
    expect((await linking(riley, a, 'related', c)).status).toBe(403)
    expect((await linking(sam, a, 'related', c)).status).toBe(404)
  })

  test('lets one of two close a circle from both sides', async () => {
    const [a, b, c, d] = [await reported(), await reported(), await reported(), await reported()]
    await linking(ana, b, 'child', a)
    await linking(ana, d, 'child', c)
    const replies = await Promise.all([linking(ana, c, 'child', b), linking(ben, a, 'child', d)])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('gives one of two parents the child', async () => {
    const [child, one, two] = [await reported(), await reported(), await reported()]
    const replies = await Promise.all([linking(ana, one, 'child', child), linking(ben, two, 'child', child)])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await linksOf(child)).toHaveLength(1)
  })

  test('merges a duplicate: canceled, linked to the original, and nobody learns of the other', async () => {
    const [original, first, second] = [
      await reported(riley, 'Secret of Riley'),
      await reported(sam),
      await reported(sam),
    ]
    expect((await linking(ana, first, 'duplicate', original)).body).toMatchObject({
      state: 'canceled',
      cancelReason: 'duplicate',
    })
    await linking(ana, second, 'duplicate', first)
    expect(await linksOf(second)).toEqual([`duplicate ${original}`])
    expect(await linksOf(original)).toEqual([`duplicated_by ${first}`, `duplicated_by ${second}`])
    expect((await ana.get(`/incidents/${original}`)).body).toMatchObject({ affected: 1 })
    const { items } = await api.services.meToos.page(original, 10)
    expect(items).toMatchObject([{ person: { id: 'sam' }, via: second }])

    expect((await sam.get(`/incidents/${original}`)).status).toBe(404)
    const [page, timeline] = [
      await sam.get(`/incidents/${first}`),
      await sam.get(`/incidents/${first}/timeline`),
    ]
    expect(page.body).toMatchObject({ state: 'canceled' })
    for (const text of [page.text, timeline.text])
      expect(text).not.toMatch(new RegExp(`${original}|Secret|links`))
    expect((await riley.get(`/incidents/${original}`)).text).not.toMatch(/links|affected/)
  })
})

test('a merge leaves who has joined the original where they are, and takes its own followers back with the link', async () => {
  const [original, duplicate, another] = [await reported(riley), await reported(sam), await reported(sam)]
  await linking(ana, duplicate, 'duplicate', original)
  expect((await api.services.meToos.page(original, 10)).items).toMatchObject([{ via: duplicate }])
  await ana.delete(`/incidents/${duplicate}/links/duplicate/${original}`)
  expect((await api.services.meToos.page(original, 10)).items).toEqual([])

  await ana.post(`/incidents/${original}/known`, { known: true })
  expect((await sam.post(`/incidents/${original}/me-too`, {})).status).toBe(201)
  await linking(ana, another, 'duplicate', original)
  expect((await sam.get('/incidents?view=following')).body.items.map(({ id }) => id)).toContain(original)
})

describe('a comment on what is over', () => {
  test('of its requester opens a new incident that goes on from it, once under its key', async () => {
    const id = await reported(riley, 'Mail does not arrive')
    const { etag } = await riley.get(`/incidents/${id}`)
    await riley.post(`/incidents/${id}/moves`, { to: 'canceled' }, { 'if-match': etag })
    expect((await riley.get(`/incidents/${id}`)).body.may).toEqual(['follow_up'])
    const say = () =>
      riley.post(`/incidents/${id}/comments`, { body: 'It is back.' }, { 'idempotency-key': `again-${id}` })
    const { status, body, headers } = await say()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ title: 'Again: Mail does not arrive', description: 'It is back.', followsId: id },
      ...{ state: 'new', priority: 'P1', requester: { id: 'riley' } },
    })
    expect(headers.location).toBe(`/v1/incidents/${body.id}`)
    expect((await say()).body).toEqual(body)
    expect(await linksOf(id)).toEqual([`followed_by ${body.id}`])
    expect(await linksOf(body.id)).toEqual([`follows ${id}`])
    expect((await riley.get(`/incidents/${id}`)).body.state).toBe('canceled')
    expect((await ana.post(`/incidents/${id}/comments`, { body: 'No.', visibility: 'public' })).status).toBe(
      409,
    )
  })
})
