import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Reply, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
})
afterAll(() => api.stop())

const reported = async (more = {}): Promise<Reply> => riley.post('/incidents', { ...problem, ...more })
const match = (reply: Reply) => ({ 'if-match': reply.etag })

describe('POST /incidents', () => {
  test('answers the number, the priority and the address of its version', async () => {
    const reply = await reported({ serviceId: 'svc_email', categoryId: 'cat_software' })
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({
      state: 'new',
      stage: 'categorisation',
      priority: 'P1',
      teamId: 'team_service_desk',
      requester: { id: 'riley', name: 'Riley Morgan' },
      description: problem.description,
      version: 1,
      legalMoves: ['canceled'],
    })
    expect(reply.body.id).toMatch(/^INC-\d{6}$/)
    expect(reply.etag).toBe('"p1"')
  })

  test('gives no number twice', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => reported()))
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(8)
  })

  test('makes one line of a title and keeps everything else as it was written', async () => {
    const title = 'Hello\r\nBcc: x@example.com <script>alert(1)</script> 🚒 שלום'
    const description = `${'ä'.repeat(10_000)} "quotes" </textarea>`
    const reply = await reported({ title, description })
    expect(reply.body.title).toBe('Hello Bcc: x@example.com <script>alert(1)</script> 🚒 שלום')
    expect((await riley.get(`/incidents/${reply.body.id}`)).body.description).toBe(description)
  })

  test('on behalf of somebody is for those who work here', async () => {
    const reply = await ana.post('/incidents', { ...problem, onBehalfOf: 'sam' })
    expect(reply.body).toMatchObject({ requester: { id: 'sam' }, reportedBy: { id: 'ana' } })
    expect((await riley.post('/incidents', { ...problem, onBehalfOf: 'sam' })).status).toBe(403)
    expect((await ana.post('/incidents', { ...problem, onBehalfOf: 'nobody' })).status).toBe(422)
  })
})

describe('an incident in work', () => {
  test('goes from report over hold to a rating’s eve and is closed by its requester', async () => {
    const { body } = await reported()
    const path = `/incidents/${body.id}`

    const read = await ana.get(path)
    expect(read.etag).toBe('"v1"')
    const acknowledged = await ana.post(`${path}/acknowledge`, undefined, match(read))
    expect(acknowledged.body).toMatchObject({ state: 'new', acknowledgedBy: { id: 'ana' } })

    const taken = await ana.patch(path, { assigneeId: 'ana' }, match(acknowledged))
    expect(taken.body).toMatchObject({ state: 'in_progress', assigneeId: 'ana', assigneeName: 'Ana Ruiz' })

    const held = await ana.post(
      `${path}/moves`,
      { to: 'on_hold', reason: 'awaiting_requester', comment: 'Which mailbox?' },
      match(taken),
    )
    expect(held.body).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_requester' })

    const answered = await riley.post(`${path}/comments`, { body: 'Mine.' })
    expect(answered.status).toBe(201)
    expect(answered.body.state).toBe('in_progress')

    const resolved = await ana.post(
      `${path}/moves`,
      { to: 'resolved', resolutionCode: 'fixed', notes: 'The quota was full.' },
      match(await ana.get(path)),
    )
    expect(resolved.body).toMatchObject({ state: 'resolved', resolution: { code: 'fixed' } })

    const closed = await riley.post(`${path}/moves`, { to: 'closed' }, match(await riley.get(path)))
    expect(closed.body).toMatchObject({ state: 'closed', stage: 'closure', legalMoves: [] })

    const { body: timeline } = await ana.get(`${path}/timeline`)
    expect(timeline.items.map(({ type }) => type)).toEqual([
      'incident.reported',
      'incident.acknowledged',
      'incident.taken',
      'incident.moved',
      'incident.commented',
      'incident.moved',
      'incident.moved',
    ])
    expect((await ana.get(`${path}/timeline/verify`)).body).toMatchObject({ intact: true })
    expect((await ana.get(`${path}/notifications`)).body).toEqual({ items: [] })
  })

  test('is opened again by its requester, and that is counted', async () => {
    const { body } = await reported()
    const path = `/incidents/${body.id}`
    const resolution = { to: 'resolved', resolutionCode: 'fixed', notes: 'Done.' }
    await ana.post(`${path}/moves`, resolution, match(await ana.get(path)))
    const reopened = await riley.post(
      `${path}/moves`,
      { to: 'in_progress', comment: 'It is back.' },
      match(await riley.get(path)),
    )
    expect(reopened.body).toMatchObject({ state: 'in_progress', reopenCount: 1 })
  })

  test('is changed in what is recorded, and the priority follows', async () => {
    const reply = await reported()
    const path = `/incidents/${reply.body.id}`
    const edited = await ana.patch(
      path,
      { urgency: 'low', title: 'Mail is slow', description: 'Slow since nine.' },
      match(await ana.get(path)),
    )
    expect(edited.body).toMatchObject({ priority: 'P3', title: 'Mail is slow' })
    expect((await ana.get(path)).body.description).toBe('Slow since nine.')
  })

  test('is given to somebody who works here, and to nobody else', async () => {
    const path = `/incidents/${(await reported()).body.id}`
    const given = await ana.patch(path, { assigneeId: 'ben' }, match(await ana.get(path)))
    expect(given.body.assigneeName).toBe('Ben Larsen')
    expect((await ana.patch(path, { assigneeId: 'riley' }, match(given))).status).toBe(422)
    const back = await ana.patch(path, { assigneeId: null }, match(given))
    expect(back.body.assigneeId).toBeUndefined()
  })
})

describe('GET /incidents/{id}/timeline/verify', () => {
  test('reads a chain that is longer than one page of the table', async () => {
    const path = `/incidents/${(await reported()).body.id}`
    for (let n = 0; n < 30; n++)
      await ana.post(`${path}/comments`, { body: '€'.repeat(20_000), visibility: 'public' })
    const { body } = await ana.get(`${path}/timeline/verify`)
    expect(body).toMatchObject({ intact: true })
  })

  test('finds an entry that was changed, and one that was taken out', async () => {
    const id = (await reported()).body.id
    await ana.post(`/incidents/${id}/comments`, { body: 'As I said.', visibility: 'public' })
    await ana.post(`/incidents/${id}/comments`, { body: 'And more.', visibility: 'public' })
    const verdict = async () => (await ana.get(`/incidents/${id}/timeline/verify`)).body
    const Key = { pk: { S: id }, sk: { S: 'E#000002' } }
    await api.client.send(
      new UpdateItemCommand({
        TableName: api.table,
        Key,
        UpdateExpression: 'SET #text = :text',
        ExpressionAttributeNames: { '#text': 'text' },
        ExpressionAttributeValues: { ':text': { S: 'As I never said.' } },
      }),
    )
    expect(await verdict()).toMatchObject({
      intact: false,
      verdicts: [{ brokenAt: { seq: 2 } }, { intact: true }],
    })
    await api.client.send(new DeleteItemCommand({ TableName: api.table, Key }))
    expect(await verdict()).toMatchObject({
      intact: false,
      verdicts: [{ brokenAt: { seq: 2 } }, { intact: true }],
    })
  })
})

describe('GET /incidents/{id}/timeline', () => {
  test('comes in pages that lead back to the first entry, none twice', async () => {
    const path = `/incidents/${(await reported()).body.id}`
    for (const visibility of ['public', 'internal', 'public', 'internal', 'internal']) {
      await ana.post(`${path}/comments`, { body: `A word in ${visibility}.`, visibility })
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await ana.get(`${path}/timeline?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.unshift(...body.items.map(({ visibility, seq }) => `${visibility} ${seq}`))
      cursor = body.nextCursor
    } while (cursor)
    expect(seen).toEqual(['public 1', 'public 2', 'internal 1', 'public 3', 'internal 2', 'internal 3'])
  })
})
