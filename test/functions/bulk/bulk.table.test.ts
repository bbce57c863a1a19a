import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { operations as bulk } from '../../../functions/bulk/api.ts'
import type { Job } from '../../../functions/bulk/job.ts'
import { performJob } from '../../../functions/bulk/perform-job.ts'
import { openDue } from '../../../functions/clock/due.ts'
import { operations as incidents } from '../../../functions/incidents/api.ts'
import { after, seconds } from '../../../functions/runtime/instant.ts'
import { subjectOf } from '../../../functions/runtime/subjects.ts'
import type { Api, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

const start = '2026-11-23T09:00:00.000Z'
let api: Api
let riley: Visitor
let ana: Visitor
let ben: Visitor
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(start))
  api = await apiOverTable([...incidents, ...bulk])
  const lasting = { expiresInSeconds: 1e6 }
  ;[riley, ana, ben] = await Promise.all([
    api.as('riley', lasting),
    api.as('ana', lasting),
    api.as('ben', lasting),
  ])
})
afterAll(async () => {
  vi.useRealTimers()
  await api.stop()
})

type JobAnswer = {
  jobId: string
  state: string
  startsAt: string
  total: number
  done: number
  failed: { id: string; title?: string; detail: string }[]
}
const later = (by: number) => vi.setSystemTime(Date.now() + seconds(by))
const reported = async () => (await riley.post('/incidents', problem)).body.id
const many = (count: number) => Promise.all(Array.from({ length: count }, reported))
const stateOf = async (id: string) => (await ana.get(`/incidents/${id}`)).body.state
const ask = async (ids: string[], change: object, headers = {}) => {
  const reply = await ana.post('/incidents/bulk', { ids, change }, headers)
  return { status: reply.status, body: reply.body as unknown as JobAnswer }
}
const jobOf = async (jobId: string) => (await ana.get(`/bulk/${jobId}`)).body as unknown as JobAnswer
const cancel = { to: 'canceled', reason: 'Test is over' }
const canceledTimes = async (id: string) =>
  (await ana.get(`/incidents/${id}/timeline`)).body.items.filter(({ type }) => type === 'incident.moved')
    .length

describe('fifty at once', () => {
  test('wait ten seconds in the due index, and are then changed in the name of who asked, each once', async () => {
    const ids = await many(50)
    const key = { 'idempotency-key': 'fifty' }
    const { status, body } = await ask(ids, cancel, key)
    expect(status).toBe(202)
    expect(body).toMatchObject({
      state: 'waiting',
      startsAt: after(new Date().toISOString(), seconds(10)),
      total: 50,
    })
    expect((await ask(ids, cancel, key)).body.jobId).toBe(body.jobId)
    const due = await openDue(api.services.table).between(body.startsAt, body.startsAt)
    expect(due).toContainEqual({ subjectId: body.jobId, generation: 1, kind: 'bulk', dueAt: body.startsAt })

    await subjectOf(body.jobId).wake(body.jobId, api.services)
    expect(await jobOf(body.jobId)).toMatchObject({ state: 'waiting', done: 0 })
    later(10)
    await Promise.all([performJob(body.jobId, api.services), performJob(body.jobId, api.services)])
    await performJob(body.jobId, api.services)
    expect(await jobOf(body.jobId)).toMatchObject({ state: 'done', done: 50, failed: [], total: 50 })
    const states = await Promise.all(ids.map(stateOf))
    expect(new Set(states)).toEqual(new Set(['canceled']))
    const { items } = (await ana.get(`/incidents/${ids[0]}/timeline`)).body
    expect(items.find(({ type }) => type === 'incident.moved')).toMatchObject({
      by: { id: 'ana' },
      reason: cancel.reason,
    })
    expect(await canceledTimes(ids[7] ?? '')).toBe(1)
  }, 60_000)

  test('stay as they are when it is undone in time, and not a moment later', async () => {
    const [id = ''] = await many(1)
    const { body } = await ask([id], cancel)
    expect((await ben.post(`/bulk/${body.jobId}/undo`)).status).toBe(404)
    expect((await ana.post(`/bulk/${body.jobId}/undo`)).body).toMatchObject({ state: 'undone' })
    expect((await ana.post(`/bulk/${body.jobId}/undo`)).status).toBe(200)
    later(10)
    await performJob(body.jobId, api.services)
    expect([await stateOf(id), (await jobOf(body.jobId)).state]).toEqual(['new', 'undone'])

    const second = (await ask([id], cancel)).body.jobId
    later(10)
    await performJob(second, api.services)
    expect((await ana.post(`/bulk/${second}/undo`)).status).toBe(409)
    expect(await stateOf(id)).toBe('canceled')
  })

  test('are undone or done when both come at once, never half of it', async () => {
    for (let round = 0; round < 5; round++) {
      const [id = ''] = await many(1)
      const { body } = await ask([id], cancel)
      later(10)
      const [{ status }] = await Promise.all([
        ana.post(`/bulk/${body.jobId}/undo`),
        performJob(body.jobId, api.services),
      ])
      const expected = status === 200 ? ['new', 'undone'] : ['canceled', 'done']
      expect([await stateOf(id), (await jobOf(body.jobId)).state]).toEqual(expected)
    }
  })
})

describe('what cannot be done', () => {
  test('is said of each, and the rest is done', async () => {
    const [open = '', over = ''] = await many(2)
    const { body } = await ask([open, over, 'INC-888888'], cancel)
    const { etag } = await ben.get(`/incidents/${over}`)
    await ben.post(`/incidents/${over}/moves`, cancel, { 'if-match': etag })
    later(10)
    await performJob(body.jobId, api.services)
    const { done, failed } = await jobOf(body.jobId)
    expect(done).toBe(1)
    expect(failed).toEqual([
      { id: over, title: problem.title, detail: expect.stringContaining('not possible') },
      { id: 'INC-888888', detail: expect.any(String) },
    ])
  })

  test('is said at once where it is the same for all', async () => {
    const [id = ''] = await many(1)
    const requests = [
      ask([id], { to: 'resolved' }),
      ask([id], { assigneeId: 'nobody' }),
      ask([id], {}),
      ask([id], { priority: 'P2', priorityReason: 'Because' }),
    ]
    expect((await Promise.all(requests)).map(({ status }) => status)).toEqual([422, 422, 422, 403])
    expect((await riley.post('/incidents/bulk', { ids: [id], change: cancel })).status).toBe(403)
  })

  test('is what the person may no longer do when it starts', async () => {
    const [id = ''] = await many(1)
    const { body } = await ask([id], { assigneeId: 'ana' })
    const person = await api.services.people.read('ana')
    if (!person) throw new Error('There is no Ana.')
    await api.services.people.write({ ...person, roles: [] })
    later(10)
    await performJob(body.jobId, api.services)
    await api.services.people.write(person)
    expect(await jobOf(body.jobId)).toMatchObject({ state: 'done', done: 0, failed: [{ id }] })
  })
})

describe('after a crash', () => {
  test('goes on where it was, and changes nothing twice', async () => {
    const ids = await many(12)
    const { body } = await ask(ids, { teamId: 'team_service_desk', impact: 'low' })
    later(10)
    const { jobs } = api.services
    // As if the function had died after the first step was stored, and before it was noted.
    let saves = 0
    const dying = {
      ...jobs,
      save: (...job: Parameters<typeof jobs.save>) => (++saves === 2 ? died() : jobs.save(...job)),
    }
    await expect(performJob(body.jobId, { ...api.services, jobs: dying })).rejects.toThrow('died')
    expect((await jobs.read(body.jobId)) as Job).toMatchObject({ state: 'running', tried: 0 })
    await performJob(body.jobId, api.services)
    expect(await jobOf(body.jobId)).toMatchObject({ state: 'running', done: 0 })
    later(31)
    await performJob(body.jobId, api.services)
    expect(await jobOf(body.jobId)).toMatchObject({ state: 'done', done: 12 })
    const edits = (await ana.get(`/incidents/${ids[0]}/timeline`)).body.items
    expect(edits.filter(({ type }) => type === 'incident.edited')).toHaveLength(1)
  })
})

const died = () => Promise.reject(new Error('died'))
