import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import { resolveChildren } from '../../../functions/incidents/resolve-children.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
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

const reported = async (by = riley) => (await by.post('/incidents', problem)).body.id
const move = async (by: Visitor, id: string, body: object) => {
  const { etag } = await by.get(`/incidents/${id}`)
  expect((await by.post(`/incidents/${id}/moves`, body, { 'if-match': etag })).status).toBe(200)
}
const stateOf = async (id: string) => (await ana.get(`/incidents/${id}`)).body.state
const lastEvent = async (id: string): Promise<DomainEvent> => {
  const [entry] = await api.services.incidents.readEntries(id, 'public', 1)
  return { ...entry, pk: id, sk: 'E#000002' } as DomainEvent
}

describe('the news that a parent was resolved', () => {
  test('resolves every open child once, whether it comes twice, late or both at the same time', async () => {
    const parent = await reported()
    const children = await Promise.all(Array.from({ length: 7 }, () => reported(sam)))
    for (const child of children)
      await ana.post(`/incidents/${parent}/links`, { kind: 'child', incidentId: child })
    await move(sam, children[0] ?? '', { to: 'canceled' })
    await move(ana, parent, { to: 'resolved', resolutionCode: 'fixed', notes: 'The cable was loose.' })
    const event = await lastEvent(parent)
    await Promise.all([resolveChildren(event, api.services), resolveChildren(event, api.services)])
    expect(await Promise.all(children.map(stateOf))).toEqual(['canceled', ...Array(6).fill('resolved')])

    const second = children[1] ?? ''
    const timeline = await sam.get(`/incidents/${second}/timeline`)
    expect(timeline.body.items.filter(({ type }) => type === 'incident.moved')).toHaveLength(1)
    expect(timeline.text).toContain('The cable was loose.')
    expect(timeline.text).not.toContain(parent)

    await move(sam, second, { to: 'in_progress' })
    await resolveChildren(event, api.services)
    expect(await stateOf(second)).toBe('in_progress')
  })

  test('says nothing any more once the parent is open again', async () => {
    const [parent, child] = [await reported(), await reported(sam)]
    await ana.post(`/incidents/${parent}/links`, { kind: 'child', incidentId: child })
    await move(ana, parent, { to: 'resolved', resolutionCode: 'fixed', notes: 'Done.' })
    const event = await lastEvent(parent)
    await move(riley, parent, { to: 'in_progress' })
    await resolveChildren(event, api.services)
    expect(await stateOf(child)).toBe('new')
  })
})
