import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { operations as incidents } from '../../../functions/incidents/api.ts'
import { operations as people } from '../../../functions/people/api.ts'
import { operations as routing } from '../../../functions/routing/api.ts'
import { wakeIncident } from '../../../functions/runtime/wake-incident.ts'
import { type Api, demoSettings, type Reply, type Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let ben: Visitor
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  api = await apiOverTable([...incidents, ...people, ...routing])
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

const up = { teamId: 'team_infrastructure', summary: 'Restarted twice, no change.' }
const match = ({ etag }: Reply) => ({ 'if-match': etag })
const reported = async (more = {}) =>
  `/incidents/${(await riley.post('/incidents', { ...problem, ...more })).body.id}`
const typesOf = async (path: string, visitor = ana) =>
  (await visitor.get(`${path}/timeline`)).body.items.map(({ type }) => type)

describe('POST /incidents/{id}/escalate', () => {
  test('moves it to the queue of the team; the requester reads of the team and not of the summary', async () => {
    const path = await reported()
    const before = await riley.get(path)
    const reply = await ana.post(`${path}/escalate`, up, match(await ana.get(path)))
    expect(reply).toMatchObject({ status: 200, body: { state: 'new', teamId: 'team_infrastructure' } })
    expect((await ben.get(path)).body).toMatchObject({ bounces: 0 })

    const queue = (await ana.get('/incidents?view=team&team=team_infrastructure')).body.items
    expect(queue.map(({ id }) => `/incidents/${id}`)).toContain(path)
    const { body, etag, text } = await riley.get(path)
    expect([body.teamId, etag === before.etag]).toEqual(['team_infrastructure', false])
    expect(text).not.toMatch(/bounces|Restarted/)
    expect(await typesOf(path, riley)).toEqual(['incident.reported', 'incident.edited'])
    expect((await ana.get(`${path}/timeline/verify`)).body).toMatchObject({ intact: true })
  })

  test.each([
    ['without a summary', { teamId: 'team_infrastructure' }, 'summary'],
    ['with a blank one', { ...up, summary: ' \n ' }, 'summary'],
    ['to nobody', { ...up, teamId: 'team_nobody' }, 'teamId'],
    ['to the team that has it', { ...up, teamId: 'team_service_desk' }, 'teamId'],
  ])('%s is refused', async (_, body, field) => {
    const path = await reported()
    const reply = await ana.post(`${path}/escalate`, body, match(await ana.get(path)))
    expect([reply.status, reply.body.code, reply.body.errors.map((error) => error.path)]).toEqual([
      422,
      'incomplete',
      [field],
    ])
    expect(await typesOf(path)).toEqual(['incident.reported'])
  })

  test('needs the version that was seen, the right, and an open incident', async () => {
    const path = await reported()
    const asks = [
      await ana.post(`${path}/escalate`, up),
      await ana.post(`${path}/escalate`, up, { 'if-match': '"v0"' }),
      await riley.post(`${path}/escalate`, up, match(await riley.get(path))),
    ]
    expect(asks.map(({ status }) => status)).toEqual([428, 412, 403])
    await riley.post(`${path}/moves`, { to: 'canceled' }, match(await riley.get(path)))
    expect((await ana.post(`${path}/escalate`, {}, match(await ana.get(path)))).status).toBe(409)
  })

  test('of two who escalate at once one does, and the other is shown where it is now', async () => {
    const path = await reported()
    const seen = match(await ana.get(path))
    const replies = await Promise.all([
      ana.post(`${path}/escalate`, up, seen),
      ben.post(`${path}/escalate`, { ...up, teamId: 'team_database' }, seen),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412])
    const { teamId } = (await ana.get(path)).body
    expect(replies.find(({ status }) => status === 412)?.body.current).toMatchObject({ teamId })
    expect((await typesOf(path)).filter((type) => type === 'escalation.level')).toHaveLength(1)
  })
})

describe('PATCH teamId', () => {
  test('goes down and not up, and coming back is counted', async () => {
    const path = await reported()
    const refused = await ana.patch(path, { teamId: 'team_infrastructure' }, match(await ana.get(path)))
    expect([refused.status, refused.body.errors.map((error) => error.path)]).toEqual([422, ['teamId']])

    const escalated = await ana.post(`${path}/escalate`, up, match(await ana.get(path)))
    const back = await ben.patch(path, { teamId: 'team_service_desk' }, match(escalated))
    expect(back).toMatchObject({ status: 200, body: { teamId: 'team_service_desk', bounces: 1 } })
  })
})

describe('the level timer', () => {
  test('moves it once, however often and late it is woken, and pages nobody for it', async () => {
    const path = await reported({ urgency: 'low' })
    const id = path.replace('/incidents/', '')
    const { timers } = (await ana.get(path)).body as unknown as { timers: { level: string } }
    const due = Date.parse(timers.level)

    vi.setSystemTime(due - 1)
    await wakeIncident(id, api.services)
    expect((await ana.get(path)).body.teamId).toBe('team_service_desk')

    vi.setSystemTime(due + 3 * 3_600_000)
    await Promise.all([wakeIncident(id, api.services), wakeIncident(id, api.services)])
    await wakeIncident(id, api.services)
    expect((await ana.get(path)).body.teamId).toBe('team_infrastructure')
    const types = (await typesOf(path)).filter((type) => !type.startsWith('sla.'))
    expect(types.sort()).toEqual(['escalation.level', 'incident.edited', 'incident.reported'])
    vi.setSystemTime(due)
  })
})

describe('POST /routing-rules/try', () => {
  const sample = { title: 'All files are gone: ransomware!', impact: 'high', urgency: 'high' }

  test('says where an incident would go and why, and is right', async () => {
    const tried = await ana.post('/routing-rules/try', sample)
    expect(tried).toMatchObject({
      status: 200,
      body: {
        teamId: 'team_infrastructure',
        ruleId: 'rule_ransom',
        why: { en: expect.stringContaining('ransomware') },
      },
    })
    const path = await reported(sample)
    expect((await ana.get(path)).body.teamId).toBe('team_infrastructure')
    expect(await typesOf(path)).toEqual(['incident.reported', 'incident.routed'])
    expect(await typesOf(path, riley)).toEqual(['incident.reported'])
  })

  test('names the team of the service without a rule, and stores nothing', async () => {
    const { result, calls } = await api.count(() =>
      ana.post('/routing-rules/try', { ...sample, title: 'Slow', serviceId: 'svc_vpn' }),
    )
    expect(result.body).toMatchObject({ teamId: 'team_service_desk' })
    expect(result.body).not.toHaveProperty('ruleId')
    expect(calls.reduce((sum, { writeUnits }) => sum + writeUnits, 0)).toBe(0)
  })

  test('refuses a service that is not there, and requesters', async () => {
    expect((await ana.post('/routing-rules/try', { ...sample, serviceId: 'svc_x' })).status).toBe(422)
    expect((await riley.post('/routing-rules/try', sample)).status).toBe(403)
  })
})

describe('the teams of a caller', () => {
  test('follow the teams with the next request', async () => {
    const teamsOf = async (visitor: Visitor) =>
      (await visitor.get('/me')).body as unknown as { teams: string[] }
    expect((await teamsOf(ben)).teams).toEqual(['team_infrastructure'])
    const teams = demoSettings.teams.map((team) =>
      team.id === 'team_database' ? { ...team, members: [{ id: 'ben', name: 'Ben Larsen' }] } : team,
    )
    const version = await api.services.settings.version()
    await api.services.settings.replace({ ...demoSettings, teams }, version, new Date().toISOString())
    expect((await teamsOf(ben)).teams).toEqual(['team_infrastructure', 'team_database'])
    expect((await api.count(() => ben.get('/incidents?view=queue'))).trips).toBe(1)
  })
})
