import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alertId } from '../../../functions/alerts/alert.ts'
import { takeAlerts } from '../../../functions/alerts/take-alerts.ts'
import { permits } from '../../../functions/people/access.ts'
import { after, hours } from '../../../functions/runtime/instant.ts'
import type { Operation } from '../../../functions/runtime/operation.ts'
import { operationsOfAllNouns } from '../../support/all-operations.ts'
import { type Api, demoPeople, demoSettings } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let incidentId: string
let announcementId: string

beforeAll(async () => {
  api = await apiOverTable(operationsOfAllNouns)
  const [riley, ines] = await Promise.all([api.as('riley'), api.as('ines')])
  incidentId = (await riley.post('/incidents', problem)).body.id
  const published = await ines.post('/announcements', {
    title: 'Mail is slow',
    body: 'We are looking into it.',
    stage: 'investigating',
    audience: 'signed_in',
    components: [{ id: 'cmp_email', state: 'degraded' }],
  })
  expect([published.status, published.body.code]).toEqual([201, undefined])
  announcementId = published.body.id
  await plantControls()
})
afterAll(() => api.stop())

/** An alert, what holds alerts, and what is waited for; the maintenance runs, so that taking it back is refused to all alike. */
async function plantControls(): Promise<void> {
  process.env.API_URL = 'https://desk.example'
  const omar = await api.as('omar')
  const startsAt = new Date().toISOString()
  const endsAt = after(startsAt, hours(1))
  const matchers = [{ label: 'host', op: 'is', value: 'db1' }]
  const wanted = {
    silences: { matchers, reason: 'Disk is on its way', endsAt },
    maintenances: { title: 'Move', serviceIds: [demoSettings.services[0]?.id], startsAt, endsAt },
    heartbeats: { name: 'Backup', everyMinutes: 60, graceMinutes: 10 },
    'alert-rules': { kind: 'route', name: 'Databases', when: matchers, treatment: {} },
  }
  for (const [collection, body] of Object.entries(wanted)) {
    const { status, body: made } = await omar.post(`/${collection}`, body)
    expect([collection, status]).toEqual([collection, 201])
    collections[collection] = [{ id: made.id }]
  }
  const alert = { sourceId: 'src_prom', fingerprint: '0'.repeat(32), title: 'Disk is full' } as const
  const said = { status: 'firing', severity: 'error', labels: {}, receivedAt: startsAt } as const
  await takeAlerts([{ ...alert, ...said, links: [] }], () => startsAt, api.services)
  collections.alerts = [{ id: alertId(alert) }]
}

const collections: Record<string, readonly { id: string }[]> = {
  services: demoSettings.services,
  categories: demoSettings.categories,
  teams: demoSettings.teams,
  calendars: demoSettings.calendars,
  sources: demoSettings.alertSources,
  'sla-policies': demoSettings.slaPolicies,
  'routing-rules': demoSettings.routingRules,
  schedules: demoSettings.schedules,
  'escalation-policies': demoSettings.escalationPolicies,
}

const pathOf = ({ path }: Operation) =>
  path
    .replace('/incidents/{id}', `/incidents/${incidentId}`)
    .replace('/announcements/{id}', `/announcements/${announcementId}`)
    .replace('{token}', '000001.none')
    .replace('/clocks/{name}', '/clocks/resolution')
    .replace(/^\/([a-z-]+)\/\{id\}/, (path, collection: string) => {
      const [first] = collections[collection] ?? []
      return first ? `/${collection}/${first.id}` : path
    })

/** Asks without `If-Match` and with nothing that could be stored, so that only the rights decide. */
async function allowedOn(operation: Operation, token: string | undefined): Promise<boolean> {
  const body = operation.body || operation.method !== 'GET' ? { body: '{"nothing":' } : {}
  const { status } = await api.send(operation.method, pathOf(operation), { token, ...body })
  expect([operation.path, status]).toEqual([operation.path, status === 500 ? 'no fault' : status])
  return ![401, 403, 404].includes(status)
}

const signedInOnly = operationsOfAllNouns.filter(({ action }) => action !== 'anyone' && action !== 'key')
/** Who may do these hangs on what they name beside the incident; their own tests say so. */
const namesMore = /^\/triggers\/\{id\}$|\/me-too$|\/links\/|^\/bulk\/|\/(overrides|swaps|feeds)\/\{/
const named = (operation: Operation) => ({ operation, name: `${operation.method} ${operation.path}` })
const isIncident = ({ path }: Operation) => path.startsWith('/incidents/{id}')

describe('without signing in', () => {
  test.each(signedInOnly.map(named))('$name is refused', async ({ operation }) => {
    const { status } = await api.send(operation.method, pathOf(operation), {})
    expect(status).toBe(401)
  })
})

describe('somebody who is not known here', () => {
  test.each(signedInOnly.map(named))('may not $name', async ({ operation }) => {
    expect(await allowedOn(operation, await api.tokenFor('stranger'))).toBe(false)
  })
})

describe('the policy table decides', () => {
  const decided = signedInOnly.filter(({ path }) => !namesMore.test(path))
  test.each(decided.map(named))('who may $name', async ({ operation }) => {
    const action = operation.action as Exclude<Operation['action'], 'anyone' | 'key'>
    for (const person of demoPeople) {
      const own = !isIncident(operation) || person.id === 'riley'
      const seen = !operation.seen || permits(person.roles, operation.seen, { own })
      const expected = seen && permits(person.roles, action, { own })
      const allowed = await allowedOn(operation, await api.tokenFor(person.id))
      expect([person.id, allowed]).toEqual([person.id, expected])
    }
  })
})

describe('what is open to anyone', () => {
  const open = operationsOfAllNouns.filter(({ action }) => action === 'anyone')

  test('is this and nothing else', () => {
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /acknowledgements/{token}',
      'GET /announcements',
      'GET /announcements/{id}',
      'GET /components',
      'GET /feeds/{token}',
      'GET /health',
      'GET /openapi.json',
      'GET /status',
      'GET /surveys/{token}',
      'POST /acknowledgements/{token}',
      'POST /surveys/{token}',
      'PUT /me',
    ])
  })

  test.each(open.filter(({ path }) => path.includes('{token}')).map(named))(
    '$name finds nothing under a token that is not one',
    async ({ operation }) => {
      for (const token of [
        'none',
        '000001.none',
        `000001.${'a'.repeat(43)}`,
        `999999.${'a'.repeat(43)}`,
        '%00',
        '..%2f',
      ]) {
        const { status } = await api.send(operation.method, operation.path.replace('{token}', token), {
          body: operation.body && { rating: 5 },
        })
        expect([token, status]).toEqual([token, 404])
      }
    },
  )

  test('a bad token is refused there, too', async () => {
    const token = await api.tokenFor('riley', { forged: true })
    expect((await api.send('GET', '/announcements', { token })).status).toBe(401)
  })
})

describe('a right that is taken away', () => {
  test('ends with the next request', async () => {
    const ben = await api.as('ben')
    expect((await ben.get('/incidents?view=queue')).status).toBe(200)
    const person = demoPeople.find(({ id }) => id === 'ben')
    if (person) await api.services.people.write({ ...person, roles: ['requester'] })
    expect((await ben.get('/incidents?view=queue')).status).toBe(403)
    expect((await ben.get(`/incidents/${incidentId}`)).status).toBe(404)
  })
})
