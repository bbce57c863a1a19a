import { describe, expect, test } from 'vitest'
import { eventually } from '../support/deadline.ts'
import {
  calm,
  type Incident,
  mailsAbout,
  move,
  readIncident,
  report,
  resolution,
  settled,
  timelineOf,
  unique,
} from '../support/incidents.ts'
import { api, control } from '../support/product.ts'

const DAY = 86_400
type Problem = { code: string; detail: string; errors?: { path: string }[] }
type Job = { state: string; done: number; failed: unknown[]; total: number }
type Links = { links: { kind: string; id: string }[] }

const patch = async <Body>(id: string, by: string, body: object) => {
  const { etag } = await api(by).get(`/incidents/${id}`)
  return api(by).patch<Body>(`/incidents/${id}`, body, { ifMatch: String(etag) })
}
const link = (id: string, kind: string, incidentId: string) =>
  api('ana').post<Links>(`/incidents/${id}/links`, { kind, incidentId })
const several = (count: number, title: string) =>
  Promise.all(Array.from({ length: count }, (_, n) => report(unique(`${title} ${n + 1}`))))
const statesOf = async (incidents: readonly Incident[]) =>
  new Set((await Promise.all(incidents.map(({ id }) => readIncident(id)))).map(({ state }) => state))
const jobWhen = (jobId: string, state: string) =>
  eventually(
    async () => {
      const { body } = await api('ana').get<Job>(`/bulk/${jobId}`)
      return body.state === state ? body : undefined
    },
    { what: `the job to be ${state}` },
  )

describe('handing on', () => {
  test('to the next level asks for a summary of what was tried, and keeps it', async () => {
    const { id } = await report(unique('Backup ends with an error'))
    const without = await api('ana').act<Problem>(`/incidents/${id}`, 'escalate', {
      teamId: 'team_infrastructure',
      summary: ' ',
    })
    expect(without).toMatchObject({ status: 422, body: { errors: [{ path: 'summary' }] } })
    const around = await patch<Problem>(id, 'ana', { teamId: 'team_infrastructure' })
    expect(around).toMatchObject({ status: 422, body: { errors: [{ path: 'teamId' }] } })
    const tried = { teamId: 'team_infrastructure', summary: 'Restarted the agent; the disk is full.' }
    const handed = await api('ana').act<{ teamId: string }>(`/incidents/${id}`, 'escalate', tried)
    expect(handed).toMatchObject({ status: 200, body: { teamId: 'team_infrastructure' } })
    const entry = (await timelineOf(id)).find(({ type }) => type === 'escalation.level')
    expect(JSON.stringify(entry)).toContain('the disk is full')
    expect(JSON.stringify(await timelineOf(id, 'riley'))).not.toContain('the disk is full')
  })
})

describe('incidents that belong together', () => {
  test('a duplicate is merged: canceled, with both histories kept, and its requester told of the solution', async () => {
    const [original, duplicate] = await Promise.all([
      report(unique('The lift display is dark')),
      report(unique('Lift display broken'), calm, 'noor'),
    ])
    const merged = await link(duplicate.id, 'duplicate', original.id)
    expect(merged.status, JSON.stringify(merged.body)).toBe(201)
    expect(await readIncident(duplicate.id)).toMatchObject({ state: 'canceled', cancelReason: 'duplicate' })
    expect((await timelineOf(duplicate.id))[0]?.type).toBe('incident.reported')
    const hidden = await api('noor').get(`/incidents/${original.id}/timeline`)
    expect(hidden.status).toBe(404)
    expect(JSON.stringify(await timelineOf(duplicate.id, 'noor'))).not.toContain(original.title)
    await move(original.id, 'ana', resolution)
    await settled()
    expect(await mailsAbout(original.id, 'noor')).toEqual([])
    const told = (await mailsAbout(duplicate.id, 'noor')).map(({ text }) => text)
    expect(told.length).toBeGreaterThan(1)
    expect(told.join()).not.toContain(original.title)
  })

  test('resolving a parent resolves its children and tells their requesters; closing leaves them', async () => {
    const [parent, first, second] = await several(3, 'Print server is down')
    if (!parent || !first || !second) throw new Error('Three were reported.')
    for (const child of [first, second]) expect((await link(parent.id, 'child', child.id)).status).toBe(201)
    await move(parent.id, 'ana', resolution)
    await settled()
    expect(await statesOf([first, second])).toEqual(new Set(['resolved']))
    const subjects = (await mailsAbout(first.id, 'riley')).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.includes('Solved')).length).toBe(1)
    await move(parent.id, 'riley', { to: 'closed' })
    await settled()
    expect(await statesOf([first, second])).toEqual(new Set(['resolved']))
  })

  test('a reply to what is closed opens a new incident that goes on from it', async () => {
    const { id, title } = await report(unique('The badge reader beeps'))
    await move(id, 'ana', resolution)
    await move(id, 'riley', { to: 'closed' })
    const answer = await api('riley').post<Incident & { followsId: string }>(`/incidents/${id}/comments`, {
      body: 'It beeps again.',
    })
    expect(answer).toMatchObject({ status: 201, body: { followsId: id, state: 'new' } })
    expect(answer.body.id).not.toBe(id)
    expect(answer.body.title).toContain(title.slice(0, 20))
    expect(await readIncident(id)).toMatchObject({ state: 'closed' })
  })
})

describe('many at once', () => {
  test('fifty are closed after ten seconds', async () => {
    const incidents = await several(50, 'Old request')
    for (const { id } of incidents) await move(id, 'ana', resolution)
    const ids = incidents.map(({ id }) => id)
    const asked = await api('ana').post<{ jobId: string; startsAt: string }>('/incidents/bulk', {
      ids,
      change: { move: { to: 'closed' } },
    })
    expect(asked.status, JSON.stringify(asked.body)).toBeLessThan(300)
    expect(await statesOf(incidents.slice(0, 3))).toEqual(new Set(['resolved']))
    await control.advance(11)
    const job = await jobWhen(asked.body.jobId, 'done')
    expect(job).toMatchObject({ done: 50, failed: [], total: 50 })
    expect(await statesOf(incidents)).toEqual(new Set(['closed']))
    const late = await api('ana').post<Problem>(`/bulk/${asked.body.jobId}/undo`)
    expect(late.status).toBe(409)
  })

  test('fifty are left alone when it is undone in time', async () => {
    const incidents = await several(50, 'Another old request')
    const asked = await api('ana').post<{ jobId: string }>('/incidents/bulk', {
      ids: incidents.map(({ id }) => id),
      change: { move: { to: 'canceled', reason: 'spring cleaning' } },
    })
    expect((await api('ana').post(`/bulk/${asked.body.jobId}/undo`)).status).toBe(200)
    await control.advance(30)
    expect(await jobWhen(asked.body.jobId, 'undone')).toMatchObject({ done: 0 })
    expect(await statesOf(incidents)).toEqual(new Set(['new']))
    for (const { id } of incidents) await move(id, 'ana', { to: 'canceled' })
  })
})

describe('what is solved', () => {
  test('is reminded of on day three and closes by itself on day seven', async () => {
    const { id } = await report(unique('The chair squeaks'))
    await move(id, 'ana', resolution)
    await control.advance(3 * DAY + 60)
    expect((await mailsAbout(id, 'riley')).map(({ subject }) => subject).join()).toContain('Does it work?')
    expect(await readIncident(id)).toMatchObject({ state: 'resolved' })
    await control.advance(4 * DAY)
    expect(await readIncident(id)).toMatchObject({ state: 'closed' })
    const over = await api('riley').act<Problem>(`/incidents/${id}`, 'moves', { to: 'in_progress' })
    expect(over.status).toBe(409)
  })

  test('may be moved only as the matrix says, from the next request on', async () => {
    const matrix = await api('omar').get<Record<string, object>>('/settings/moveMatrix')
    const strict = { ...matrix.body, agent: { ...matrix.body.agent, resolved: [] } }
    const saved = await api('omar').put('/settings/moveMatrix', strict, { ifMatch: String(matrix.etag) })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    try {
      const { id } = await report(unique('The clock in the hall is late'))
      await move(id, 'ana', resolution)
      const refused = await api('ana').act<Problem & { legalMoves: string[] }>(`/incidents/${id}`, 'moves', {
        to: 'closed',
      })
      expect(refused).toMatchObject({ status: 409, body: { legalMoves: [] } })
      expect(await move(id, 'riley', { to: 'closed' })).toMatchObject({ state: 'closed' })
    } finally {
      await api('omar').put('/settings/moveMatrix', matrix.body, { ifMatch: String(saved.etag) })
    }
  })
})
