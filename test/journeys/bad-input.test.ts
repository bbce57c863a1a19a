import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  calm,
  type Incident,
  mailsAbout,
  readIncident,
  report,
  settled,
  unique,
} from '../support/incidents.ts'
import { type Answer, api } from '../support/product.ts'

type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: { path: string; message: string }[]
}

const good = { title: 'Good', description: '', ...calm }
const tenMegabytes = JSON.stringify({ ...good, description: 'x'.repeat(10_000_000) })

let incident: Incident
beforeAll(async () => {
  incident = await report(unique('Sent badly to'))
  await settled()
})

const everythingOf = async (person: string) =>
  (await api(person).get<{ items: Incident[] }>('/incidents?limit=100')).body.items

/** A refusal says what it is, in a document that a program and a person can read. */
function expectProblem({ status, body, headers }: Answer<Problem>, expected: [number, string, string?]) {
  const [wanted, code, path] = expected
  expect([status, body.code]).toEqual([wanted, code])
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ status, type: `urn:evenkeel:problem:${code}` })
  for (const words of [body.title, body.detail]) expect(words.length).toBeGreaterThan(3)
  if (path) expect(body.errors?.map((error) => error.path)).toContain(path)
}

describe('a report', () => {
  const cases: [string, unknown, [number, string, string?], Record<string, string>?][] = [
    ['without a title', { ...good, title: undefined }, [422, 'incomplete', 'title']],
    ['with a title of nothing but spaces', { ...good, title: ' \r\n ' }, [422, 'incomplete', 'title']],
    ['with a title of 161 characters', { ...good, title: 'x'.repeat(161) }, [422, 'incomplete', 'title']],
    ['with a title that is a number', { ...good, title: 5 }, [422, 'incomplete', 'title']],
    [
      'with a description of 20,001 characters',
      { ...good, description: 'x'.repeat(20_001) },
      [422, 'incomplete', 'description'],
    ],
    ['of an unknown category', { ...good, categoryId: 'cat_none' }, [422, 'incomplete', 'categoryId']],
    ['about an unknown service', { ...good, serviceId: 'svc_none' }, [422, 'incomplete', 'serviceId']],
    ['of an unknown impact', { ...good, impact: 'enormous' }, [422, 'incomplete', 'impact']],
    ['on behalf of somebody else', { ...good, onBehalfOf: 'sam' }, [403, 'forbidden']],
    ['that is not JSON', '{"title": "x",', [400, 'malformed']],
    ['that is a list', [good], [422, 'incomplete']],
    ['that is nothing', 'null', [422, 'incomplete']],
    ['of 10 MB', tenMegabytes, [413, 'too_large']],
    ['that calls itself text', good, [415, 'unsupported_type'], { 'content-type': 'text/plain' }],
    ['under an endless Idempotency-Key', good, [400, 'malformed'], { 'idempotency-key': 'x'.repeat(201) }],
  ]

  test.each(cases)('%s is refused, and nothing is left of it', async (_, body, expected, headers = {}) => {
    const before = await everythingOf('riley')
    expectProblem(await api('riley').post<Problem>('/incidents', body, { headers }), expected)
    expect(await everythingOf('riley')).toEqual(before)
  })

  test('on the edge is taken: 160 characters, 20,000 below', async () => {
    const body = { ...good, title: 'ß'.repeat(160), description: '語'.repeat(20_000) }
    const { status, body: stored } = await api('riley').post<Incident>('/incidents', body)
    expect([status, stored.title]).toEqual([201, body.title])
    expect((await readIncident(stored.id, 'riley')).description).toBe(body.description)
  })

  test('under a used Idempotency-Key with another body is refused, and the first stays as it was', async () => {
    const idempotencyKey = randomUUID()
    const send = (title: string) =>
      api('riley').post<Incident & Problem>('/incidents', { ...good, title }, { idempotencyKey })
    const title = unique('First under its key')
    const first = await send(title)
    expect(first.status).toBe(201)
    expectProblem(await send(`${title}, changed`), [422, 'key_reused'])
    expect((await send(title)).body.id).toBe(first.body.id)
    await settled()
    expect((await everythingOf('riley')).filter((row) => row.title.startsWith(title))).toHaveLength(1)
    expect(await mailsAbout(first.body.id)).toHaveLength(1)
  })

  test('is refused in the reader’s language', async () => {
    const { body } = await api('noor').post<Problem>(
      '/incidents',
      { ...calm },
      { language: 'de-AT,en;q=0.5' },
    )
    expect(body).toMatchObject({ title: 'Nicht vollständig', detail: expect.stringContaining('fehlt') })
  })
})

describe('a change', () => {
  const fresh = async () => ({ ifMatch: (await api('ana').get(`/incidents/${incident.id}`)).etag ?? '' })
  const cases: [string, string, string, unknown, [number, string, string?], Record<string, string>?][] = [
    ['to an unknown state', 'POST', '/moves', { to: 'paused' }, [422, 'incomplete', 'to']],
    ['to no state', 'POST', '/moves', {}, [422, 'incomplete', 'to']],
    ['that is not JSON', 'POST', '/moves', '<to>resolved</to>', [400, 'malformed']],
    [
      'to a hold until what is no date',
      'POST',
      '/moves',
      { to: 'on_hold', until: 'soon' },
      [422, 'incomplete', 'until'],
    ],
    [
      'to a hold for no known reason',
      'POST',
      '/moves',
      { to: 'on_hold', reason: 'tired' },
      [422, 'incomplete', 'reason'],
    ],
    [
      'to a hold that is over already',
      'POST',
      '/moves',
      { to: 'on_hold', reason: 'awaiting_vendor', until: '2020-01-01T00:00:00Z' },
      [422, 'incomplete', 'until'],
    ],
    ['to an unknown assignee', 'PATCH', '', { assigneeId: 'nobody' }, [422, 'incomplete', 'assigneeId']],
    ['to a requester as assignee', 'PATCH', '', { assigneeId: 'riley' }, [422, 'incomplete', 'assigneeId']],
    ['to an unknown team', 'PATCH', '', { teamId: 'team_none' }, [422, 'incomplete', 'teamId']],
    ['of a version that never was', 'PATCH', '', { title: 'x' }, [412, 'stale'], { 'if-match': '"v99"' }],
    ['of no version', 'PATCH', '', { title: 'x' }, [428, 'precondition_required'], { 'if-match': '' }],
    ['by an empty comment', 'POST', '/comments', { body: '  ' }, [422, 'incomplete', 'body']],
    [
      'by a comment for nobody known',
      'POST',
      '/comments',
      { body: 'x', visibility: 'secret' },
      [422, 'incomplete', 'visibility'],
    ],
    ['of 10 MB', 'POST', '/comments', tenMegabytes, [413, 'too_large']],
  ]

  test.each(cases)(
    '%s is refused, and nothing is changed',
    async (_, method, path, body, expected, headers) => {
      const before = await readIncident(incident.id)
      const { ifMatch } = await fresh()
      const sent = { 'if-match': ifMatch, ...headers }
      const kept = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''))
      const answer = await api('ana').send<Problem>(method, `/incidents/${incident.id}${path}`, body, {
        headers: kept,
      })
      expectProblem(answer, expected)
      expect(await readIncident(incident.id)).toEqual(before)
    },
  )
})

describe('a question', () => {
  test.each([
    ['/incidents?state=paused', 400],
    ['/incidents?limit=0', 400],
    ['/incidents?limit=ten', 400],
    ['/incidents?cursor=nonsense', 400],
    ['/incidents?view=queue&priority=P9', 400],
    ['/incidents/INC-1', 404],
    ['/incidents/inc-000001', 404],
    ['/incidents/%00', 404],
    ['/incidents/..%2Fme', 404],
    ['/incidents/INC-000001%20', 404],
    ['/announcements/ann_none', 404],
  ])('%s is answered with %i and a problem document', async (path, status) => {
    const code = status === 400 ? 'malformed' : 'not_found'
    expectProblem(await api('ana').get<Problem>(path), [status, code])
  })

  test('with a method that is not served is answered with 405', async () => {
    expectProblem(await api('ana').send<Problem>('DELETE', `/incidents/${incident.id}`, undefined), [
      405,
      'method_not_allowed',
    ])
  })
})
