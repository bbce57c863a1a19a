import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import * as z from 'zod/mini'
import { httpFunction } from '../../../functions/runtime/http.ts'
import { days, after as later } from '../../../functions/runtime/instant.ts'
import { linkToken, linkTokenHash } from '../../../functions/runtime/link-token.ts'
import { openServices, type Services } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { Settings } from '../../../functions/settings/settings.ts'
import { operations } from '../../../functions/surveys/api.ts'
import { openSurveys } from '../../../functions/surveys/store.ts'
import { type Meter, meter } from '../../support/meter.ts'
import { createTable } from '../../support/table.ts'
import { incidentIn } from '../incidents/fixture.ts'

let services: Services
let metered: Meter
let count = 0

const settings = z.parse(Settings, {
  organisationName: 'Test',
  defaultTeamId: 'team',
  services: [],
  categories: [],
  teams: [],
  components: [],
  escalationPolicies: [],
})

beforeAll(async () => {
  process.env.ISSUERS = '[]'
  const { name, client } = await createTable()
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const aside = new DynamoDBClient({ endpoint: inject('tableEndpoint'), region: 'eu-central-1', credentials })
  metered = await meter(client, aside, name)
  services = openServices(openTable(name, client))
  await services.settings.replace(settings, 0, new Date().toISOString())
})

/** A resolved incident whose requester has been asked, and the token of the link. */
async function asked(state: 'requested' | 'withdrawn' = 'requested', age = 0) {
  const id = `INC-${String(++count).padStart(6, '0')}`
  const requestedAt = later(new Date().toISOString(), -age)
  const request = { requestedAt, expiresAt: later(requestedAt, days(14)) }
  const incident = incidentIn('resolved', {
    id,
    version: 0,
    slices: { survey: { status: state, ...request } },
  })
  await services.incidents.save(
    {
      after: incident,
      events: [
        {
          type: 'incident.reported',
          at: requestedAt,
          by: { kind: 'person', id: 'riley', name: 'Riley' },
          channel: 'portal',
          visibility: 'public',
        },
      ],
    },
    { now: requestedAt, answer: () => ({ status: 201 }) },
  )
  const token = linkToken('k'.repeat(64), {
    purpose: 'survey',
    incidentId: id,
    occasion: requestedAt,
    personId: 'riley',
  })
  await openSurveys(services.table).request(id, { tokenHash: linkTokenHash(token), ...request })
  return { id, token }
}

async function call(method: 'GET' | 'POST', token: string, body?: unknown) {
  const handler = httpFunction(operations, () => services)
  const path = `/v1/surveys/${encodeURIComponent(token)}`
  const event = {
    version: '2.0',
    rawPath: path,
    routeKey: `${method} /v1/surveys/{proxy+}`,
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method, path }, requestId: 'r', timeEpoch: Date.now() },
    body: body === undefined ? undefined : JSON.stringify(body),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2
  const answer = await handler(event, {} as Context)
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') }
}

const internal = (id: string) => services.incidents.readEntries(id, 'internal', 10)

describe('the survey behind a link', () => {
  test('is shown any number of times and records nothing', async () => {
    const { id, token } = await asked()
    const answers = await Promise.all([1, 2, 3].map(() => call('GET', token)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers[0]?.body).toMatchObject({ incident: { id, title: expect.any(String) }, state: 'open' })
    expect(await internal(id)).toEqual([])
  })

  test('records a rating once and edits it with the second', async () => {
    const { id, token } = await asked()
    expect(await call('POST', token, { rating: 2, comment: ' Slow ' })).toMatchObject({
      status: 200,
      body: { state: 'answered', rating: 2, comment: 'Slow', editableUntil: expect.any(String) },
    })
    expect(await call('POST', token, { rating: 4 })).toMatchObject({ status: 200, body: { rating: 4 } })
    expect((await call('GET', token)).body).toMatchObject({ rating: 4, state: 'answered' })
    const entries = await internal(id)
    expect(entries.map(({ type, after, text }) => [type, after, text])).toEqual([
      ['survey.answered', { rating: 4 }, undefined],
      ['survey.answered', { rating: 2 }, 'Slow'],
    ])
    expect((await services.incidents.read(id))?.survey).toMatchObject({ rating: 4 })
  })

  test('asks the table once to show it, and twice to record', async () => {
    const { token } = await asked()
    expect((await metered.count(() => call('GET', token))).trips).toBe(1)
    expect((await metered.count(() => call('POST', token, { rating: 4 }))).trips).toBe(2)
  })

  test('takes two clicks at once as one answer', async () => {
    const { id, token } = await asked()
    const answers = await Promise.all([
      call('POST', token, { rating: 5 }),
      call('POST', token, { rating: 5 }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await internal(id)).toHaveLength(1)
  })

  test('is not there with one character changed, or under another incident', async () => {
    const { token } = await asked()
    const other = await asked()
    const altered = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    const moved = `${other.id.slice(4)}.${token.split('.')[1]}`
    for (const wrong of [altered, moved, '000999.x', `999999.${'a'.repeat(43)}`, 'x']) {
      expect((await call('GET', wrong)).status).toBe(404)
      expect(await call('POST', wrong, { rating: 5 })).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    }
  })

  test.each([
    ['expired', 'requested', days(15)],
    ['withdrawn', 'withdrawn', 0],
  ] as const)('says that it is %s, and takes no rating', async (state, status, age) => {
    const { id, token } = await asked(status, age)
    expect((await call('GET', token)).body).toMatchObject({ state })
    expect(await call('POST', token, { rating: 5 })).toMatchObject({
      status: 409,
      body: { code: 'conflict', current: { state } },
    })
    expect(await internal(id)).toEqual([])
  })

  test.each([{}, { rating: 6 }, { rating: '5' }, { rating: 5, comment: 'x'.repeat(20_001) }])(
    'answers %j with what is wrong',
    async (body) => {
      const { token } = await asked()
      expect(await call('POST', token, body)).toMatchObject({
        status: 422,
        body: { errors: [expect.anything()] },
      })
    },
  )

  test('is not overwritten by its own request coming late', async () => {
    const { id, token } = await asked()
    await call('POST', token, { rating: 3 })
    const survey = (await services.incidents.read(id))?.survey
    await openSurveys(services.table).request(id, {
      tokenHash: 'other',
      requestedAt: String(survey?.requestedAt),
      expiresAt: '',
    })
    expect((await services.incidents.read(id))?.survey).toMatchObject({
      rating: 3,
      tokenHash: linkTokenHash(token),
    })
  })
})
