import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as ofEscalation } from '../../../functions/escalation/api.ts'
import { operations as ofIncidents } from '../../../functions/incidents/api.ts'
import { sha256 } from '../../../functions/runtime/hash.ts'
import { after as later, minutes } from '../../../functions/runtime/instant.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
beforeAll(async () => {
  api = await apiOverTable([...ofIncidents, ...ofEscalation])
  ;[riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
})
afterAll(() => api.stop())

/** A page's link for Ana, as the sender of the page leaves it behind: the secret itself is stored nowhere. */
async function linkTo(id: string, more: Record<string, unknown> = {}) {
  const token = `${id.replace('INC-', '')}.${sha256(`${id} ${Math.random()}`)}`
  const expiresAt = later(new Date().toISOString(), minutes(60))
  const item = {
    pk: id,
    sk: `K#${sha256(token)}`,
    kind: 'acknowledge',
    personId: 'ana',
    personName: 'Ana Ruiz',
    expiresAt,
  }
  await api.client.send(new PutItemCommand({ TableName: api.table, Item: marshall({ ...item, ...more }) }))
  return `/acknowledgements/${token}`
}
const reported = async () => (await riley.post('/incidents', problem)).body.id

describe('the link in a page', () => {
  test('shows what it is about, any number of times, and changes nothing', async () => {
    const id = await reported()
    const link = await linkTo(id)
    for (let n = 0; n < 3; n++) {
      const { status, body } = await api.send('GET', link)
      expect([status, body]).toMatchObject([
        200,
        { incident: { id, priority: 'P1', state: 'new' }, open: true, paging: true },
      ])
    }
    expect((await ana.get(`/incidents/${id}`)).body.acknowledgedAt).toBeUndefined()
  })

  test('says on which clock the person behind it reads, for nobody signs in', async () => {
    const link = await linkTo(await reported(), { zone: 'Australia/Sydney' })
    expect((await api.send('GET', link)).body).toMatchObject({
      reader: { zone: 'Australia/Sydney' },
    })
  })

  test('acknowledges as the person it was sent to, once, and stops the paging', async () => {
    const id = await reported()
    const link = await linkTo(id)
    const both = await Promise.all([api.send('POST', link), api.send('POST', link)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]?.body).toMatchObject({ paging: false, acknowledgedBy: { id: 'ana', name: 'Ana Ruiz' } })
    const { body } = await ana.get(`/incidents/${id}/timeline`)
    const entries = body.items.filter(({ type }) => type === 'incident.acknowledged')
    expect(entries).toMatchObject([{ channel: 'mail', by: { id: 'ana' } }])
  })

  test('is worth nothing any more for somebody who no longer works here', async () => {
    const id = await reported()
    const link = await linkTo(id, { personId: 'noor', personName: 'Noor' })
    const answers = await Promise.all([api.send('GET', link), api.send('POST', link)])
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect((await ana.get(`/incidents/${id}`)).body.acknowledgedAt).toBeUndefined()
  })

  test('says who has it now, until when, and who would be next', async () => {
    const id = await reported()
    const { etag } = await ana.get(`/incidents/${id}`)
    await ana.post(`/incidents/${id}/acknowledge`, undefined, { 'if-match': etag })
    const { body } = await api.send('GET', await linkTo(id))
    expect(body).toMatchObject({
      acknowledgedBy: { id: 'ana' },
      paging: false,
      next: { step: 1, targets: ['L1 Service Desk'] },
    })
    expect(body).toHaveProperty('silentUntil')
  })

  test('takes two round trips to show and three to act', async () => {
    const link = await linkTo(await reported())
    await api.send('GET', link)
    expect((await api.count(() => api.send('GET', link))).trips).toBe(2)
    expect((await api.count(() => api.send('POST', link))).trips).toBe(3)
  })

  test.each([
    ['that has expired', { expiresAt: '2026-01-01T00:00:00.000Z' }],
    ['that is for something else', { kind: 'survey' }],
  ])('%s finds nothing', async (_, more) => {
    const link = await linkTo(await reported(), more)
    expect([(await api.send('GET', link)).status, (await api.send('POST', link)).status]).toEqual([404, 404])
  })

  test('with one character changed, or of another incident, finds nothing', async () => {
    const [one, two] = [await reported(), await reported()]
    const link = await linkTo(one)
    const changed = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A')
    const moved = link.replace(one.replace('INC-', ''), two.replace('INC-', ''))
    for (const wrong of [changed, moved]) expect((await api.send('POST', wrong)).status).toBe(404)
  })

  test('of an incident that is over says so', async () => {
    const id = await reported()
    const link = await linkTo(id)
    const { etag } = await riley.get(`/incidents/${id}`)
    await riley.post(`/incidents/${id}/moves`, { to: 'canceled' }, { 'if-match': etag })
    expect((await api.send('GET', link)).body).toMatchObject({ open: false })
    expect((await api.send('POST', link)).status).toBe(409)
  })
})
