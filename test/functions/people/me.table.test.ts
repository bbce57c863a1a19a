import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/people/api.ts'
import type { Api, Reply } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api
beforeAll(async () => {
  api = await apiOverTable(operations)
})
afterAll(() => api.stop())

const said = ({ status, body }: Reply) => [status, body] as [number, unknown]

describe('GET /me', () => {
  test('says who I am and which doors are open to me', async () => {
    const [riley, ines] = await Promise.all([api.as('riley'), api.as('ines')])
    expect(said(await riley.get('/me'))).toMatchObject([
      200,
      {
        id: 'riley',
        name: 'Riley Morgan',
        organisationId: 'org_north',
        locale: 'en',
        zone: 'Europe/Berlin',
        may: [],
      },
    ])
    expect((await ines.get('/me')).body.may).toEqual(['incident.list_work', 'announcement.publish'])
  })
})

describe('PATCH /me', () => {
  test('changes language and zone, each by itself, and nothing else', async () => {
    const sam = await api.as('sam')
    expect((await sam.patch('/me', { locale: 'de', roles: ['administrator'] })).body).toMatchObject({
      locale: 'de',
    })
    expect((await sam.patch('/me', { zone: 'Asia/Kathmandu' })).body).toMatchObject({
      zone: 'Asia/Kathmandu',
    })
    expect((await sam.get('/me')).body).toMatchObject({
      locale: 'de',
      zone: 'Asia/Kathmandu',
      roles: ['requester'],
    })
  })

  test.each([
    ['a language that is not spoken', { locale: 'fr' }, 'locale'],
    ['a zone that does not exist', { zone: 'Mars/Olympus' }, 'zone'],
    ['an offset in place of a zone', { zone: '+02:00' }, 'zone'],
  ])('%s is refused', async (_, body, field) => {
    const reply = await (await api.as('sam')).patch('/me', body)
    expect([reply.status, reply.body.errors[0]?.path]).toEqual([422, field])
  })
})

describe('PUT /me', () => {
  const introduce = async (person: string, claims: Record<string, unknown>, token?: string) =>
    api.send('PUT', '/me', {
      token: token ?? (await api.tokenFor(person)),
      body: { idToken: await api.tokenFor(person, { claims: { aud: 'evenkeel-portal', ...claims } }) },
    })

  test('makes a new person a requester and nothing more', async () => {
    const reply = await introduce('nina', {
      name: 'Nina',
      email: 'nina@example.com',
      locale: 'de-CH',
      roles: ['agent'],
    })
    expect(said(reply)).toMatchObject([
      200,
      { id: 'nina', name: 'Nina', roles: [], teams: [], locale: 'de', may: [] },
    ])
    expect((await (await api.as('nina')).get('/me')).status).toBe(200)
  })

  test('leaves a known person their roles, teams and language, and takes over a new address', async () => {
    const reply = await introduce('ana', { name: 'Ana Ruiz', email: 'ana.new@example.com', locale: 'de' })
    expect(reply.body).toMatchObject({
      roles: ['agent'],
      teams: ['team_service_desk'],
      locale: 'en',
      email: 'ana.new@example.com',
    })
  })

  test('is refused with the tokens of two people, of another client, without one, and without an address', async () => {
    const claims = { name: 'Nina', email: 'nina@example.com' }
    expect((await introduce('nina', claims, await api.tokenFor('ana'))).status).toBe(401)
    expect((await introduce('nina', { ...claims, aud: 'another' })).status).toBe(401)
    expect((await introduce('otto', { name: 'Otto' })).status).toBe(422)
    const idToken = await api.tokenFor('nina', { claims: { aud: 'evenkeel-portal', ...claims } })
    expect((await api.send('PUT', '/me', { body: { idToken } })).status).toBe(401)
  })
})

describe('GET /people', () => {
  test('lists the members of teams for those who work here', async () => {
    const ana = await api.as('ana')
    const { body } = await ana.get('/people?team=team_database')
    expect(body.items).toEqual([{ id: 'chen', name: 'Chen Wei', teams: ['team_database'] }])
    expect((await (await api.as('riley')).get('/people')).status).toBe(403)
  })

  test('lists everybody who works here, in a team or not, and no requester', async () => {
    const { body } = await (await api.as('ana')).get('/people')
    const ids = body.items.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining(['ana', 'chen', 'omar']))
    expect(ids).not.toContain('riley')
  })
})
