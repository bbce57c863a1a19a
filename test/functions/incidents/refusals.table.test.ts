import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api, Reply, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let aud: Visitor
let path: string
beforeAll(async () => {
  api = await apiOverTable(operations)
  ;[riley, ana, aud] = await Promise.all([api.as('riley'), api.as('ana'), api.as('aud')])
  path = `/incidents/${(await riley.post('/incidents', problem)).body.id}`
})
afterAll(() => api.stop())

/** The refusal as a problem document; anything that is not one fails here. */
const refused = ({ status, headers, body }: Reply) => {
  expect(headers['content-type']).toBe('application/problem+json')
  expect(body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
  })
  return [status, body.code]
}
const json = { 'content-type': 'application/json' }

describe('the order of checks', () => {
  const move = (token: string | undefined, target: string, headers: Record<string, string>, body: unknown) =>
    api.send('POST', target, { token, headers: { ...json, ...headers }, body })
  const missing = '/incidents/INC-999999/moves'

  test('401 comes before everything else', async () => {
    expect(refused(await move(undefined, missing, {}, '{'))).toEqual([401, 'unauthenticated'])
  })

  test('404 comes before 403, and 403 before what is wrong with the body', async () => {
    const token = await api.tokenFor('aud')
    expect(refused(await move(token, missing, {}, '{'))).toEqual([404, 'not_found'])
    expect(refused(await move(token, `${path}/moves`, {}, '{'))).toEqual([403, 'forbidden'])
  })

  test('400, 413 and 415 come before 428', async () => {
    const token = await api.tokenFor('ana')
    const target = `${path}/moves`
    expect(refused(await move(token, target, {}, '{'))).toEqual([400, 'malformed'])
    expect(refused(await move(token, target, {}, `"${'x'.repeat(10_000_000)}"`))).toEqual([413, 'too_large'])
    expect(refused(await move(token, target, { 'content-type': 'text/xml' }, '<to/>'))).toEqual([
      415,
      'unsupported_type',
    ])
    expect(refused(await move(token, target, {}, { to: 'closed' }))).toEqual([428, 'precondition_required'])
  })

  test('412 comes before 409 and shows how it stands now', async () => {
    const token = await api.tokenFor('ana')
    const stale = await move(token, `${path}/moves`, { 'if-match': '"v0"' }, { to: 'closed' })
    expect(refused(stale)).toEqual([412, 'stale'])
    expect(stale.body.current).toMatchObject({ state: 'new', version: 1, title: problem.title })
  })

  test('409 comes before 422 and lists the moves that are legal', async () => {
    const { etag } = await ana.get(path)
    const illegal = await ana.post(`${path}/moves`, { to: 'closed' }, { 'if-match': etag })
    expect(refused(illegal)).toEqual([409, 'illegal_move'])
    expect(illegal.body.legalMoves).toEqual(['in_progress', 'on_hold', 'resolved', 'canceled'])
  })

  test('422 says which field lacks what', async () => {
    const { etag } = await ana.get(path)
    const bare = await ana.post(`${path}/moves`, { to: 'resolved' }, { 'if-match': etag })
    expect(refused(bare)).toEqual([422, 'incomplete'])
    expect(bare.body.errors).toMatchObject([{ path: 'resolutionCode' }])
    const silent = await ana.post(
      `${path}/moves`,
      { to: 'on_hold', reason: 'awaiting_requester' },
      { 'if-match': etag },
    )
    expect(silent.body.errors).toMatchObject([{ path: 'comment' }])
  })

  test('nothing that was refused has changed anything', async () => {
    expect((await ana.get(path)).etag).toBe('"v1"')
  })

  test('an address with another method, and no address at all', async () => {
    expect(refused(await api.send('DELETE', path))).toEqual([405, 'method_not_allowed'])
    expect(refused(await api.send('GET', '/incidents/x/y/z'))).toEqual([404, 'not_found'])
  })
})

describe('bad input to a report', () => {
  const hugeTitle = { ...problem, title: 'x'.repeat(161) }

  test.each<[string, unknown, [number, string], string | undefined]>([
    ['a title of 161 characters', hugeTitle, [422, 'incomplete'], 'title'],
    ['an empty title', { ...problem, title: ' \n ' }, [422, 'incomplete'], 'title'],
    [
      'a description of 20,001 characters',
      { ...problem, description: 'x'.repeat(20_001) },
      [422, 'incomplete'],
      'description',
    ],
    ['an unknown category', { ...problem, categoryId: 'cat_none' }, [422, 'incomplete'], 'categoryId'],
    ['an unknown service', { ...problem, serviceId: 'svc_none' }, [422, 'incomplete'], 'serviceId'],
    ['an unknown degree', { ...problem, impact: 'huge' }, [422, 'incomplete'], 'impact'],
    ['a body that is not JSON', '{"title": ', [400, 'malformed'], undefined],
    ['a body of 10 MB', `"${'x'.repeat(10_000_000)}"`, [413, 'too_large'], undefined],
    ['a list in place of an object', '[]', [422, 'incomplete'], ''],
    ['nothing', '', [422, 'incomplete'], 'title'],
    ['null', 'null', [422, 'incomplete'], ''],
  ])('%s is refused with the field', async (_, body, answer, field) => {
    const reply = await riley.post('/incidents', body)
    expect(refused(reply)).toEqual(answer)
    if (field !== undefined) expect(reply.body.errors[0]?.path).toBe(field)
  })

  test('leaves no incident behind', async () => {
    const { body } = await riley.get('/incidents')
    expect(body.items).toHaveLength(1)
  })

  test('is explained in the language of the reader', async () => {
    const { body, headers } = await riley.post('/incidents', hugeTitle, {
      'accept-language': 'de-AT,en;q=0.5',
    })
    expect(headers['content-language']).toBe('de')
    expect(body.detail).toMatch(/fehlt oder passt nicht/)
    expect(body.errors[0]?.message).toBe('Hier passen bis zu 160 Zeichen hinein.')
  })

  test.each([
    ['a state', { state: 'lost' }],
    ['a view', { view: 'everything' }],
    ['a limit of none', { limit: '0' }],
    ['a limit over a hundred', { limit: '101' }],
    ['a cursor of one’s own making', { cursor: 'bm9wZQ' }],
  ])('%s that a list does not know is malformed', async (_, query) => {
    const reply = await ana.get(`/incidents?${new URLSearchParams(query as Record<string, string>)}`)
    expect(refused(reply)).toEqual([400, 'malformed'])
  })

  test('an unknown state to move to is refused', async () => {
    const { etag } = await ana.get(path)
    const reply = await ana.post(`${path}/moves`, { to: 'lost' }, { 'if-match': etag })
    expect(refused(reply)).toEqual([422, 'incomplete'])
  })
})

describe('a bad token', () => {
  const call = (token: string) => api.send('GET', '/incidents', { token })

  test.each<[string, () => Promise<string>]>([
    ['that somebody else signed', () => api.tokenFor('riley', { forged: true })],
    ['that has expired', () => api.tokenFor('riley', { expiresInSeconds: -1 })],
    ['that says it needs no signature', async () => api.unsignedTokenFor('riley')],
    ['of another client', () => api.tokenFor('riley', { claims: { client_id: 'other' } })],
    ['that is an ID token', () => api.tokenFor('riley', { claims: { token_use: 'id' } })],
    ['that is no token', async () => 'nonsense'],
    ['that is very long', async () => `${'a'.repeat(9000)}.${'b'.repeat(9000)}.c`],
  ])('%s is refused, and how to sign in is said', async (_, token) => {
    const reply = await call(await token())
    expect(refused(reply)).toEqual([401, 'unauthenticated'])
    expect(reply.headers['www-authenticate']).toBe('Bearer')
  })

  test('a good one of somebody unknown here is no right', async () => {
    expect(refused(await call(await api.tokenFor('stranger')))).toEqual([403, 'forbidden'])
  })
})

describe('somebody else’s incident', () => {
  const words = ({ status, headers, text }: Reply) => {
    const { 'evenkeel-now': _, ...rest } = headers
    return { status, headers: rest, text }
  }

  test.each([
    ['GET', '', undefined],
    ['GET', '/timeline', undefined],
    ['GET', '/timeline/verify', undefined],
    ['GET', '/notifications', undefined],
    ['PATCH', '', { title: 'Mine now' }],
    ['POST', '/moves', { to: 'canceled' }],
    ['POST', '/acknowledge', undefined],
    ['POST', '/comments', { body: 'Hello' }],
  ])('%s %s answers as one that is not there', async (method, below, body) => {
    for (const person of ['sam', 'noor']) {
      const token = await api.tokenFor(person)
      const theirs = await api.send(method, `${path}${below}`, { token, body })
      expect(theirs.status).toBe(404)
      expect(words(theirs)).toEqual(
        words(await api.send(method, `/incidents/INC-999999${below}`, { token, body })),
      )
      expect(words(theirs)).toEqual(
        words(await api.send(method, `/incidents/nonsense${below}`, { token, body })),
      )
    }
  })

  test('is not in their lists', async () => {
    const sam = await api.as('sam')
    expect((await sam.get('/incidents')).body.items).toEqual([])
    expect((await sam.get('/incidents?view=all')).status).toBe(403)
    expect((await aud.get('/incidents?view=all')).body.items).toHaveLength(1)
  })
})
