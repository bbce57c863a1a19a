import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as incidents } from '../../../functions/incidents/api.ts'
import { operations } from '../../../functions/settings/api.ts'
import type { Api, Headers, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let omar: Visitor
let riley: Visitor
beforeAll(async () => {
  api = await apiOverTable([...operations, ...incidents])
  ;[omar, riley] = await Promise.all([api.as('omar'), api.as('riley')])
})
afterAll(() => api.stop())

const text = (en: string) => ({ en, de: en })
const over = (etag: string): Headers => ({ 'if-match': etag })
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

const target = { responseMinutes: 15, resolutionMinutes: 240, calendarId: 'cal_always' }
const samples = [
  { path: 'services', body: { name: text('Badge printer') }, id: 'svc_badge_printer' },
  { path: 'categories', body: { name: text('Büro & Möbel') }, id: 'cat_buro_mobel' },
  { path: 'teams', body: { name: 'Night shift', level: 'L2', members: [] }, id: 'team_night_shift' },
  {
    path: 'calendars',
    body: { name: 'Workshop', zone: 'Europe/Berlin', roundTheClock: true },
    id: 'cal_workshop',
  },
  { path: 'sla-policies', body: { name: 'Gold', targets: { P1: target } }, id: 'sla_gold' },
  {
    path: 'routing-rules',
    body: { name: 'Printers', when: { words: ['printer'] }, teamId: 'team_service_desk' },
    id: 'rule_printers',
  },
  {
    path: 'schedules',
    body: {
      ...{ name: 'Nights', zone: 'Europe/Berlin', teamId: 'team_service_desk' },
      layers: [
        {
          ...{ id: 'weeks', name: 'Weeks', people: [{ id: 'ben', name: 'Ben Larsen' }] },
          ...{ rotation: { every: 1, unit: 'weeks' }, startsOn: '2026-01-05', handoverAt: '09:00' },
        },
      ],
    },
    id: 'sch_nights',
  },
  {
    path: 'escalation-policies',
    body: { name: 'Slow', priorities: ['P3'], steps: [{ delayMinutes: 5, targets: [{ kind: 'manager' }] }] },
    id: 'pol_slow',
  },
]

describe.each(samples)('the collection $path', ({ path, body, id }) => {
  test('adds, reads, replaces, orders and removes, each over what was seen', async () => {
    const added = await omar.post(`/${path}`, body)
    expect([added.status, added.body.id]).toEqual([201, id])
    const read = await omar.get(`/${path}/${id}`)
    expect([read.status, read.etag]).toEqual([200, added.etag])

    const renamed = { ...read.body, name: path === 'services' || path === 'categories' ? text('New') : 'New' }
    const replaced = await omar.put(`/${path}/${id}`, renamed, over(read.etag))
    expect([replaced.status, replaced.body]).toEqual([200, renamed])
    const stale = await omar.put(`/${path}/${id}`, read.body, over(read.etag))
    expect([stale.status, stale.body.current]).toEqual([412, renamed])

    const list = await omar.get(`/${path}`)
    const order = await omar.put(`/${path}/order`, { ids: [id] }, over(list.etag))
    expect([order.status, ids(order.body)[0]]).toEqual([200, id])
    expect((await omar.put(`/${path}/order`, { ids: [] }, over(list.etag))).status).toBe(412)

    const retires = path === 'services' || path === 'categories'
    const removed = await omar.delete(`/${path}/${id}`, undefined, over(replaced.etag))
    expect(removed.status).toBe(retires ? 200 : 204)
    expect(ids((await omar.get(`/${path}`)).body)).not.toContain(id)
    expect((await omar.get(`/${path}/${id}`)).status).toBe(retires ? 200 : 404)
    expect(ids((await omar.get(`/${path}?retired=true`)).body).includes(id)).toBe(retires)
  })

  test('gives another thing of the same name another id, and refuses one that is there', async () => {
    const [first, second] = [await omar.post(`/${path}`, body), await omar.post(`/${path}`, body)]
    expect(first.body.id).not.toBe(second.body.id)
    const again = await omar.post(`/${path}`, { ...body, id: second.body.id })
    expect([again.status, again.body.errors[0]?.path]).toEqual([422, 'id'])
  })

  test('refuses in the order of the API', async () => {
    const { body: item, etag } = await omar.post(`/${path}`, body)
    const place = `/${path}/${item.id}`
    expect((await api.send('PUT', place, { body })).status).toBe(401)
    expect((await omar.put(`/${path}/none`, body, over(etag))).status).toBe(404)
    expect((await riley.put(place, '{"nothing":', {})).status).toBe(403)
    expect((await omar.put(place, '{"nothing":', {})).status).toBe(400)
    expect((await omar.put(place, {}, {})).status).toBe(428)
    expect((await omar.put(place, {}, over('"other"'))).status).toBe(412)
    expect((await omar.put(place, {}, over(etag))).status).toBe(422)
    const named = await omar.put(place, { ...body, id: 'other_id' }, over(etag))
    expect([named.status, named.body.errors[0]?.path]).toEqual([422, 'id'])
  })
})

describe('what may be saved and is worth a second look', () => {
  test('is said beside the list, by the id of the item', async () => {
    const steps = [{ delayMinutes: 5, targets: [{ kind: 'manager' }] }]
    const { body } = await omar.post('/escalation-policies', { name: 'Twice', priorities: ['P1'], steps })
    const { warnings } = (await omar.get('/escalation-policies')).body
    expect(warnings).toContainEqual({
      id: body.id,
      message: expect.objectContaining({ en: 'A policy further up is for P1, so this one never is.' }),
    })
    expect((await omar.get('/services')).body.warnings).toEqual([])
  })
})

describe('two administrators at once', () => {
  const service = (name: string) => ({ name: text(name), teamId: 'team_service_desk' })

  test('both win on different items', async () => {
    const [mail, vpn] = [await omar.get('/services/svc_email'), await omar.get('/services/svc_vpn')]
    const both = await Promise.all([
      omar.put('/services/svc_email', service('Post'), over(mail.etag)),
      omar.put('/services/svc_vpn', service('Tunnel'), over(vpn.etag)),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await omar.get('/services/svc_email')).body).toMatchObject({ name: text('Post') })
    expect((await omar.get('/services/svc_vpn')).body).toMatchObject({ name: text('Tunnel') })
  })

  test('one wins on the same item; the other is shown what stands there', async () => {
    const { etag } = await omar.get('/services/svc_erp')
    const both = await Promise.all([
      omar.put('/services/svc_erp', service('One'), over(etag)),
      omar.put('/services/svc_erp', service('Two'), over(etag)),
    ])
    const [won, lost] = [...both].sort((a, b) => a.status - b.status)
    expect([won?.status, lost?.status]).toEqual([200, 412])
    expect(lost?.body.current).toEqual(won?.body)
  })
})

describe('what is in use', () => {
  test('is not removed, and says what names it', async () => {
    const rule = { name: 'Web', when: { serviceIds: ['svc_web'] }, teamId: 'team_infrastructure' }
    expect((await omar.post('/routing-rules', rule)).status).toBe(201)
    for (const place of ['/services/svc_web', '/teams/team_infrastructure', '/categories/cat_network']) {
      const { etag } = await omar.get(place)
      const refused = await omar.delete(place, undefined, over(etag))
      expect([place, refused.status, refused.body.errors.length > 0]).toEqual([place, 409, true])
    }
    const { etag, body } = await omar.get('/services/svc_web')
    expect((await omar.put('/services/svc_web', { ...body, retired: true }, over(etag))).status).toBe(409)
  })

  test('a team for which incidents wait stays', async () => {
    const { body: team, etag } = await omar.post('/teams', { name: 'Busy', level: 'L1', members: [] })
    const [ana, reported] = [await api.as('ana'), await riley.post('/incidents', problem)]
    const { id } = reported.body
    const seen = await ana.get(`/incidents/${id}`)
    expect((await ana.patch(`/incidents/${id}`, { teamId: team.id }, over(seen.etag))).status).toBe(200)
    expect((await omar.delete(`/teams/${team.id}`, undefined, over(etag))).status).toBe(409)
  })
})
