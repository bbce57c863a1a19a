import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/settings/api.ts'
import type { Settings } from '../../../functions/settings/settings.ts'
import type { Api, Headers, Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

let api: Api
let omar: Visitor
beforeAll(async () => {
  api = await apiOverTable(operations)
  omar = await api.as('omar')
})
afterAll(() => api.stop())

const over = (etag: string): Headers => ({ 'if-match': etag })
const eventsOf = async (type: string) => {
  const { items } = await api.services.table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': type === 'settings.changed' ? 'CFG#audit' : 'CFG#events' },
  })
  return items.filter((item) => item.type === type).length
}

describe('a part of the settings', () => {
  test('is read and replaced over what was seen', async () => {
    const seen = await omar.get('/settings/closing')
    expect(seen.body).toEqual({ autoCloseDays: 7, reminderDays: 3 })
    const changed = { autoCloseDays: 10, reminderDays: 5 }
    expect((await omar.put('/settings/closing', changed)).status).toBe(428)
    expect((await omar.put('/settings/closing', changed, over(seen.etag))).status).toBe(200)
    const stale = await omar.put('/settings/closing', changed, over(seen.etag))
    expect([stale.status, stale.body.current]).toEqual([412, changed])
    expect((await omar.get('/settings/closing')).body).toEqual(changed)
  })

  test('may be a text', async () => {
    const { etag } = await omar.get('/settings/organisationName')
    expect((await omar.put('/settings/organisationName', '"Southwind"', over(etag))).body).toBe('Southwind')
  })

  test.each([
    { part: 'defaultTeamId', body: '"team_none"', path: '' },
    { part: 'closing', body: { autoCloseDays: 3, reminderDays: 3 }, path: 'reminderDays' },
    { part: 'moveMatrix', body: { agent: { new: ['closed'] } }, path: 'agent.new' },
  ])('$part that does not fit is refused with the place', async ({ part, body, path }) => {
    const { etag } = await omar.get(`/settings/${part}`)
    const refused = await omar.put(`/settings/${part}`, body, over(etag))
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([422, path])
  })

  test('that is none is not found', async () => {
    expect((await omar.get('/settings/everything')).status).toBe(404)
  })
})

describe('the whole document', () => {
  test('goes back as it came, over its version', async () => {
    const seen = await omar.get('/settings')
    const document = seen.body as unknown as Settings
    const changed = { ...document, organisationName: 'Eastwind' }
    expect((await omar.put('/settings', changed, over(seen.etag))).body).toEqual(changed)
    expect((await omar.put('/settings', changed, over(seen.etag))).status).toBe(412)
    expect((await (await api.as('aud')).put('/settings', changed, over(seen.etag))).status).toBe(403)
  })

  test('is refused as a whole for one thing that does not fit', async () => {
    const { etag, body } = await omar.get('/settings')
    const document = body as unknown as Settings
    const [service, ...others] = document.services
    const services = [{ ...service, teamId: 'team_none' }, ...others]
    const refused = await omar.put('/settings', { ...document, services }, over(etag))
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([
      422,
      ['services.0.teamId'],
    ])
  })
})

describe('people that the whole document names', () => {
  test('work on incidents here, or the document is refused with the place', async () => {
    const { etag, body } = await omar.get('/settings')
    const document = body as unknown as Settings
    const [schedule, ...schedules] = document.schedules
    const [policy, ...policies] = document.escalationPolicies
    const [layer, ...layers] = schedule?.layers ?? []
    const [step, ...steps] = policy?.steps ?? []
    const stranger = { id: 'riley', name: 'Riley' }
    const refused = await omar.put(
      '/settings',
      {
        ...document,
        schedules: [{ ...schedule, layers: [{ ...layer, people: [stranger] }, ...layers] }, ...schedules],
        escalationPolicies: [
          { ...policy, steps: [{ ...step, targets: [{ kind: 'person', ...stranger }] }, ...steps] },
          ...policies,
        ],
      },
      over(etag),
    )
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([
      422,
      ['schedules.0.layers.0.people.0.id', 'escalationPolicies.0.steps.0.targets.0.id'],
    ])
  })
})

describe('every change', () => {
  test('is in the audit with who, when and what, newest first, and is an event', async () => {
    const { etag, body } = await omar.get('/services/svc_vpn')
    const before = await eventsOf('settings.changed')
    const name = { en: 'Tunnel', de: 'Tunnel' }
    await omar.put('/services/svc_vpn', { ...body, name }, over(etag))
    const { items } = (await (await api.as('aud')).get('/audit?limit=1')).body
    expect(items).toMatchObject([
      {
        by: { kind: 'person', id: 'omar' },
        changes: [{ part: 'services', id: 'svc_vpn', value: { id: 'svc_vpn', name } }],
      },
    ])
    expect(await eventsOf('settings.changed')).toBe(before + 1)
    expect((await (await api.as('ana')).get('/audit')).status).toBe(403)
  })

  test('that changes nothing leaves nothing', async () => {
    const { etag, body } = await omar.get('/services/svc_vpn')
    const before = await eventsOf('settings.changed')
    expect((await omar.put('/services/svc_vpn', body, over(etag))).status).toBe(200)
    expect(await eventsOf('settings.changed')).toBe(before)
  })

  test('of components tells the status page, any other does not', async () => {
    const before = await eventsOf('component.changed')
    const closing = await omar.get('/settings/closing')
    await omar.put('/settings/closing', { autoCloseDays: 20, reminderDays: 2 }, over(closing.etag))
    expect(await eventsOf('component.changed')).toBe(before)
    const { etag, body } = await omar.get('/settings')
    const { components, ...rest } = body as unknown as Settings
    await omar.put('/settings', { ...rest, components: [...components].reverse() }, over(etag))
    expect(await eventsOf('component.changed')).toBe(before + 1)
  })

  test('pages of the audit follow each other', async () => {
    const first = (await omar.get('/audit?limit=2')).body
    const second = (await omar.get(`/audit?limit=2&cursor=${first.nextCursor}`)).body
    expect(Number(second.items[0]?.version)).toBe(Number(first.items[1]?.version) - 1)
  })
})
