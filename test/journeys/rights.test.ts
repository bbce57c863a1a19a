import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import people from '../../infra/local/demo/people.json' with { type: 'json' }
import { openPage } from '../support/browser.ts'
import { report, settled, timelineOf, unique } from '../support/incidents.ts'
import { type Answer, addresses, api, control } from '../support/product.ts'
import { alertSamples } from './alert-samples.ts'

type Route = { method: string; path: string; roles: string[] }
type Problem = { type: string; title: string; status: number; detail: string; code: string }

const nothingToStore = '{"nothing":'
let routes: Route[]
let incidentId: string
/** Another one of riley's, which the routes above were not tried on. */
let untouchedId: string
let announcementId: string
/** One of each collection of the set-up. */
const firstOf: Record<string, string | undefined> = {}
const collections = [
  'services',
  'categories',
  'teams',
  'calendars',
  'sla-policies',
  'routing-rules',
  'schedules',
  'escalation-policies',
  'sources',
]

beforeAll(async () => {
  routes = await control.routes()
  incidentId = (await report(unique('Riley’s own'))).id
  untouchedId = (await report(unique('Riley’s other'))).id
  const published = await api('ines').post<{ id: string }>('/announcements', {
    title: unique('For who signs in'),
    body: 'A word.',
    stage: 'resolved',
    audience: 'signed_in',
  })
  announcementId = published.body.id
  for (const collection of collections) {
    const { body } = await api('omar').get<{ items: { id: string }[] }>(`/${collection}`)
    firstOf[collection] = body.items[0]?.id
  }
  Object.assign(firstOf, await alertSamples())
  await settled()
})

const pathOf = ({ path }: Route) =>
  path
    .replace('/incidents/{id}', `/incidents/${incidentId}`)
    .replace('/announcements/{id}', `/announcements/${announcementId}`)
    .replace('{token}', '000001.none')
    .replace('/clocks/{name}', '/clocks/response')
    .replace(/^\/([\w-]+)\/\{id\}/, (_, collection: string) => `/${collection}/${firstOf[collection]}`)

/** Asks for nothing that could be stored, so that only rights decide. */
const statusOf = async (route: Route, person?: string) => {
  const body = route.method === 'GET' ? undefined : nothingToStore
  return (await api(person).send(route.method, pathOf(route), body)).status
}
/** Somebody else's, or not there, answers like nothing; who may what there is proven beside their rules. */
const isHidden = ({ path }: Route) =>
  /\{jobId\}|\/me-too$|\/links\/\{kind\}|\{(?:override|swap|feed)Id\}|^\/triggers\/.*\{id\}/.test(path)

const isOpen = ({ roles }: Route) => roles.includes('anyone')
/** It asks for a key of its own, which no person has. */
const isKeyed = ({ roles }: Route) => roles.includes('key')
const isOfIncident = ({ path }: Route) => path.startsWith('/incidents/{id}')

describe('every route that is served', () => {
  test('is refused without a token, unless it is for anyone', async () => {
    for (const route of routes) {
      const status = await statusOf(route)
      const place = `${route.method} ${route.path}`
      if (isOpen(route)) expect([place, [200, 400, 404]]).toEqual([place, expect.arrayContaining([status])])
      else expect([place, status]).toEqual([place, 401])
    }
  })

  test.each(people)('is open to $id exactly where the contract says', async ({ id, roles }) => {
    for (const route of routes.filter((one) => !isOpen(one) && !isKeyed(one) && !isHidden(one))) {
      const isForeign = isOfIncident(route) && id !== 'riley'
      // Everybody is a requester too, of what is their own.
      const held = isForeign ? roles.filter((role) => role !== 'requester') : [...roles, 'requester']
      const allowed = route.roles.some((role) => held.includes(role))
      const expected = allowed ? 'allowed' : held.length === 0 ? 404 : 403
      const status = await statusOf(route, id)
      const seen = status < 400 || [400, 409, 422, 428].includes(status) ? 'allowed' : status
      expect([`${route.method} ${route.path}`, seen]).toEqual([`${route.method} ${route.path}`, expected])
    }
  })

  test('gives a requester no more than this', () => {
    const given = routes.filter(({ roles }) => roles.includes('requester') && !roles.includes('anyone'))
    expect(given.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /incidents/{id}/mute',
      'DELETE /triggers/{id}',
      'GET /categories',
      'GET /categories/{id}',
      'GET /incidents',
      'GET /incidents/{id}',
      'GET /incidents/{id}/clocks/{name}',
      'GET /incidents/{id}/timeline',
      'GET /me',
      'GET /me/notifications',
      'GET /services',
      'GET /services/{id}',
      'GET /teams',
      'GET /teams/{id}',
      'GET /triggers',
      'PATCH /me',
      'POST /completeness',
      'POST /incidents',
      'POST /incidents/{id}/comments',
      'POST /incidents/{id}/me-too',
      'POST /incidents/{id}/moves',
      'POST /me/notifications/test',
      'POST /triage/suggest',
      'POST /triggers',
      'PUT /incidents/{id}/mute',
      'PUT /me/notifications',
      'PUT /triggers/defaults/{id}',
      'PUT /triggers/{id}',
    ])
  })

  test('shows the work of teams to who works, and to nobody else', async () => {
    for (const { id, roles } of people) {
      const expected = roles.includes('requester') ? 403 : 200
      for (const view of ['queue', 'mine', 'unassigned', 'team', 'all'])
        expect([id, view, (await api(id).get(`/incidents?view=${view}`)).status]).toEqual([
          id,
          view,
          expected,
        ])
    }
  })
})

describe('an incident of somebody else', () => {
  const asks: [string, string, unknown?][] = [
    ['GET', ''],
    ['PATCH', '', { title: 'Mine now' }],
    ['GET', '/timeline'],
    ['GET', '/timeline/verify'],
    ['GET', '/notifications'],
    ['POST', '/moves', { to: 'canceled' }],
    ['POST', '/moves', { to: 'nowhere' }],
    ['POST', '/comments', { body: 'Hello?' }],
    ['POST', '/comments', 'not json'],
    ['POST', '/acknowledge', {}],
  ]
  const whole = ({ status, body, headers }: Answer<unknown>) => ({
    status,
    body,
    headers: [...headers].filter(
      ([name]) => !['date', 'evenkeel-now', 'apigw-requestid', 'keep-alive', 'connection'].includes(name),
    ),
  })

  test.each(['sam', 'noor'])('answers %s exactly like one that does not exist', async (person) => {
    for (const [method, path, body] of asks)
      for (const ifMatch of [undefined, '"p1"']) {
        const ask = async (id: string) =>
          whole(
            await api(person).send(method, `/incidents/${id}${path}`, body, { ...(ifMatch && { ifMatch }) }),
          )
        const [theirs, missing] = [await ask(untouchedId), await ask('INC-999999')]
        expect([method, path, theirs]).toEqual([method, path, missing])
        expect([method, path, theirs.status]).toEqual([method, path, 404])
      }
    const list = await api(person).get<{ items: { id: string }[] }>('/incidents?limit=100')
    expect(list.body.items.map(({ id }) => id)).not.toContain(untouchedId)
    expect(await timelineOf(untouchedId)).toHaveLength(1)
  })
})

describe('a token that is not good', () => {
  const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  async function badTokens(): Promise<Record<string, string>> {
    const good = await control.token('ana')
    const [head = '', payload = '', signature = ''] = good.split('.')
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString())
    const resign = (changes: object) =>
      new SignJWT({ ...claims(good), ...changes }).setProtectedHeader(header).sign(privateKey)
    const other = signature.startsWith('A') ? 'B' : 'A'
    return {
      expired: await control.token('ana', -10),
      'with another signature': `${head}.${payload}.${other}${signature.slice(1)}`,
      'with another subject': `${head}.${encoded({ ...claims(good), sub: 'omar' })}.${signature}`,
      'signed by nobody': `${encoded({ alg: 'none' })}.${payload}.`,
      'signed with a key of its own': await resign({}),
      'bringing its key along': await new SignJWT(claims(good))
        .setProtectedHeader({ ...header, jwk: await exportJWK(publicKey) })
        .sign(privateKey),
      'of another issuer': await resign({ iss: 'https://sign-in.example' }),
      'that is none': 'abc',
      'that is empty': '',
    }
  }

  test('is refused with 401 everywhere, also where none is needed', async () => {
    for (const [name, token] of Object.entries(await badTokens())) {
      const headers = { authorization: `Bearer ${token}` }
      for (const path of ['/me', '/incidents', `/incidents/${untouchedId}`, '/announcements', '/status']) {
        const { status, body, headers: answered } = await api().get<Problem>(path, { headers })
        expect([name, path, status, body.code]).toEqual([name, path, 401, 'unauthenticated'])
        expect(answered.get('content-type')).toBe('application/problem+json')
        expect(answered.get('www-authenticate')).toBe('Bearer')
      }
      const posted = await api().post(
        '/incidents',
        { title: 'x', impact: 'low', urgency: 'low' },
        { headers },
      )
      expect([name, posted.status]).toEqual([name, 401])
    }
    const basic = { authorization: `Basic ${await control.token('ana')}` }
    expect((await api().get('/me', { headers: basic })).status).toBe(401)
  })

  test('in a cookie leads the portal to the sign-in', async () => {
    const page = await openPage('phone')
    const { host } = new URL(addresses().portal)
    const name = `evenkeel-${host.split(':')[1]}-session`
    await page.context().addCookies([{ name, value: await control.token('ana'), url: addresses().portal }])
    await page.goto(`${addresses().portal}/queue`)
    expect(new URL(page.url()).origin).not.toBe(addresses().portal)
    await page.locator('button[name="person"][value="ana"]').waitFor()
  })
})
