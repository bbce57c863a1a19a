import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor

beforeAll(async () => {
  api = await apiOverTable(operations)
  riley = await api.as('riley')
  ana = await api.as('ana')
})
afterAll(() => api.stop())

const stuck = { title: 'Laptop is slow', impact: 'low', urgency: 'low' }
const laptop = { ...stuck, categoryId: 'cat_hardware_laptop' }
const pathsOf = ({ body }: { body: { errors?: { path: string }[] } }) => body.errors?.map(({ path }) => path)

describe('the form of a category', () => {
  test('is enforced as the page shows it: what is required, what is offered, what is asked at all', async () => {
    const symptom = 'fields.symptom'
    expect(pathsOf(await riley.post('/incidents', laptop))).toEqual([symptom])
    const odd = { symptom: 'haunted', colour: 'red' }
    const refused = await riley.post('/incidents', { ...laptop, fields: odd })
    expect([refused.status, pathsOf(refused)]).toEqual([422, [symptom, 'fields.colour']])
  })

  test('drops what is not shown, and keeps what was answered', async () => {
    const fields = { symptom: 'slow', message_shown: false, message: 'was typed before' }
    const { status, body } = await riley.post('/incidents', { ...laptop, fields })
    expect(status).toBe(201)
    expect(body.fields).toEqual({ symptom: 'slow', message_shown: false })
    expect((await ana.get(`/incidents/${body.id}`)).body.fields).toEqual(body.fields)
  })

  test('of another category asks anew, and old answers stay', async () => {
    const { body } = await riley.post('/incidents', { ...laptop, fields: { symptom: 'slow' } })
    const { etag } = await ana.get(`/incidents/${body.id}`)
    const moved = await ana.patch(
      `/incidents/${body.id}`,
      { categoryId: 'cat_network_wifi', fields: { network_name: 'guests' } },
      { 'if-match': etag },
    )
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    expect(moved.body.fields).toEqual({ symptom: 'slow', network_name: 'guests' })
    const cleared = await ana.patch(
      `/incidents/${body.id}`,
      { fields: { network_name: '' } },
      { 'if-match': moved.etag },
    )
    expect(cleared.body.fields).toEqual({ symptom: 'slow' })
    const wrong = await ana.patch(
      `/incidents/${body.id}`,
      { fields: { others_affected: 'many' } },
      { 'if-match': cleared.etag },
    )
    expect([wrong.status, pathsOf(wrong)]).toEqual([422, ['fields.others_affected']])
  })
})
