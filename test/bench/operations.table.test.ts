import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../functions/incidents/api.ts'
import type { Api, Reply, Visitor } from '../support/api.ts'
import type { Call } from '../support/meter.ts'
import { apiOverTable, problem } from '../support/table-api.ts'
import { type Figures, note } from './figures.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let path: string
const figures: Figures = {}
const whole = {
  title: 'Mail to customers of the northern region does not arrive since this morning, nobody can send',
  serviceId: 'svc_email',
  categoryId: 'cat_software',
}

beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, ana] = await Promise.all([api.as('riley'), api.as('ana')])
  path = await reported()
  // Once each, so that what is kept in a warm container is there.
  await ana.get(path)
  await ana.get('/incidents?view=queue')
})
afterAll(async () => {
  note('operations', figures)
  await api.stop()
})

const reported = async () =>
  `/incidents/${(await riley.post('/incidents', { ...problem, ...whole })).body.id}`
const units = (calls: readonly Call[], kind: 'readUnits' | 'writeUnits') =>
  calls.reduce((sum, call) => sum + call[kind], 0)

/** Runs one operation, notes what it asked of the table, and answers that. */
async function measured(name: string, run: () => Promise<Reply>) {
  const { result, calls, trips } = await api.count(run)
  expect([name, result.status, result.body?.code]).toEqual([
    name,
    result.status < 300 ? result.status : 200,
    undefined,
  ])
  const found = { trips, writeUnits: units(calls, 'writeUnits'), readUnits: units(calls, 'readUnits') }
  figures[name] = { ...found, calls: calls.map(({ what }) => what) }
  return found
}

const match = async (visitor = ana) => ({ 'if-match': (await visitor.get(path)).etag })

describe('a read', () => {
  test.each<[string, () => Promise<Reply>]>([
    ['GET an incident', () => riley.get(path)],
    ['GET an incident (agent)', () => ana.get(path)],
    ['GET the timeline', () => riley.get(`${path}/timeline`)],
    ['GET the timeline (agent)', () => ana.get(`${path}/timeline`)],
    ['GET the verdict on the timeline', () => ana.get(`${path}/timeline/verify`)],
    ['GET notifications', () => ana.get(`${path}/notifications`)],
    ['GET my incidents', () => riley.get('/incidents')],
    ['GET the queue', () => ana.get('/incidents?view=queue')],
    ['GET my work', () => ana.get('/incidents?view=mine')],
    ['GET a team’s work', () => ana.get('/incidents?view=team&team=team_service_desk')],
    ['GET all work', () => ana.get('/incidents?view=all')],
    ['GET unassigned work', () => ana.get('/incidents?view=unassigned')],
  ])('%s is one round trip, the rights included', async (name, run) => {
    expect((await measured(name, run)).trips).toBe(1)
  })
})

describe('a report', () => {
  test.each<[string, object, object]>([
    ['POST a report', problem, {}],
    ['POST a report with a key', problem, { 'idempotency-key': 'once' }],
    ['POST a report with all that the form asks', { ...problem, ...whole }, { 'idempotency-key': 'whole' }],
    ['POST a report that pages nobody', { ...problem, impact: 'low', urgency: 'low' }, {}],
  ])('%s is two round trips and at most 12 units, the number included', async (name, body, headers) => {
    const found = await measured(name, () =>
      riley.post('/incidents', body, headers as Record<string, string>),
    )
    expect(found.trips).toBe(2)
    expect(found.writeUnits).toBeLessThanOrEqual(12)
  })

  test('POST a report for somebody else is at most two round trips', async () => {
    const found = await measured('POST a report for somebody else', () =>
      ana.post('/incidents', { ...problem, onBehalfOf: 'sam' }),
    )
    expect(found.trips).toBeLessThanOrEqual(2)
  })
})

/** An incident further up, for what may only come back from there. */
const handed = { path: '', etag: '' }

test('POST an escalation is two round trips and, with its two entries, at most 12 units', async () => {
  handed.path = await reported()
  const seen = { 'if-match': (await ana.get(handed.path)).etag }
  const words = { teamId: 'team_database', summary: 'It is the index.' }
  const found = await measured('POST an escalation', async () => {
    const reply = await ana.post(`${handed.path}/escalate`, words, seen)
    handed.etag = reply.etag
    return reply
  })
  expect(found.trips).toBe(2)
  expect(found.writeUnits).toBeLessThanOrEqual(12)
})

test('PATCH the priority is two round trips and, as it moves two rows of work and the next deadline, at most 12 units', async () => {
  headers = await match()
  const change = () => ana.patch(path, { urgency: 'medium' }, headers)
  const found = await measured('PATCH the priority', change)
  expect(found.trips).toBe(2)
  expect(found.writeUnits).toBeLessThanOrEqual(12)
})

describe('a change is two round trips and at most 10 units', () => {
  test.each<[string, () => Promise<Reply>]>([
    ['POST a comment', () => riley.post(`${path}/comments`, { body: 'Any news?' })],
    [
      'POST a comment with a key',
      () => riley.post(`${path}/comments`, { body: 'Hm' }, { 'idempotency-key': 'c' }),
    ],
    ['POST a note', () => ana.post(`${path}/comments`, { body: 'Quota?', visibility: 'internal' })],
    ['POST an acknowledgement', async () => ana.post(`${path}/acknowledge`, undefined, headers)],
    ['PATCH the title', async () => ana.patch(path, { title: 'Mail is slow' }, headers)],
    ['PATCH the description', async () => ana.patch(path, { description: 'Slow since nine.' }, headers)],
    ['PATCH to take it', async () => ana.patch(path, { assigneeId: 'ana' }, headers)],
    ['PATCH to give it away', async () => ana.patch(path, { assigneeId: 'ben' }, headers)],
    [
      'PATCH the team',
      async () => ana.patch(handed.path, { teamId: 'team_service_desk' }, { 'if-match': handed.etag }),
    ],
    [
      'POST a move on hold',
      async () =>
        ana.post(
          `${path}/moves`,
          { to: 'on_hold', reason: 'awaiting_requester', comment: 'Which?' },
          headers,
        ),
    ],
    ['POST a move into work', async () => ana.post(`${path}/moves`, { to: 'in_progress' }, headers)],
    [
      'POST a move to resolved',
      async () =>
        ana.post(`${path}/moves`, { to: 'resolved', resolutionCode: 'fixed', notes: 'The quota.' }, headers),
    ],
    ['POST a move to closed', async () => ana.post(`${path}/moves`, { to: 'closed' }, headers)],
  ])('%s', async (name, run) => {
    headers = await match()
    const found = await measured(name, run)
    expect(found.trips).toBe(2)
    expect(found.writeUnits).toBeLessThanOrEqual(10)
  })
})

let headers: { 'if-match': string }
