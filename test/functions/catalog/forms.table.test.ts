import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as incidents } from '../../../functions/incidents/api.ts'
import { operations as settings } from '../../../functions/settings/api.ts'
import type { Api, Headers, Visitor } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let omar: Visitor
beforeAll(async () => {
  api = await apiOverTable([...incidents, ...settings])
  ;[riley, ana, omar] = await Promise.all([api.as('riley'), api.as('ana'), api.as('omar')])
})
afterAll(() => api.stop())

const over = (etag: string): Headers => ({ 'if-match': etag })
const categoryId = 'cat_hardware_laptop'
const report = (fields: object, more: object = {}) =>
  riley.post('/incidents', { ...problem, categoryId, fields, ...more })
const pathsOf = ({ body }: Awaited<ReturnType<typeof report>>) => body.errors.map(({ path }) => path)

describe('a report in a category', () => {
  test('is asked what the form asks', async () => {
    expect([(await report({})).status, pathsOf(await report({}))]).toEqual([422, ['fields.symptom']])
    const wrong = await report({ symptom: 'no_start', message_shown: 'yes', colour: 'red' })
    expect(pathsOf(wrong)).toEqual(['fields.message_shown', 'fields.colour'])
  })

  test('keeps answers to what is shown', async () => {
    const answered = await report({
      symptom: 'screen',
      message_shown: false,
      message: 'None',
      place: ' Berlin ',
    })
    expect([answered.status, answered.body.fields]).toEqual([
      201,
      { symptom: 'screen', message_shown: false, place: 'Berlin' },
    ])
  })

  test('keeps them also when its category changes to one that asks something else', async () => {
    const { body } = await report({ symptom: 'screen' })
    const seen = await ana.get(`/incidents/${body.id}`)
    const moved = await ana.patch(`/incidents/${body.id}`, { categoryId: 'cat_network_vpn' }, over(seen.etag))
    expect([moved.status, moved.body.fields]).toEqual([200, { symptom: 'screen' }])
    const fields = { vpn_problem: 'flies' }
    const wrong = await ana.patch(`/incidents/${body.id}`, { fields }, over(moved.etag))
    expect(pathsOf(wrong)).toEqual(['fields.vpn_problem'])
  })

  test('stays as it was when its category is retired, and nobody reports there any more', async () => {
    const { body } = await riley.post('/incidents', { ...problem, categoryId: 'cat_other_question' })
    const { etag } = await omar.get('/categories/cat_other_question')
    expect((await omar.delete('/categories/cat_other_question', undefined, over(etag))).status).toBe(200)
    const again = await riley.post('/incidents', { ...problem, categoryId: 'cat_other_question' })
    expect([again.status, pathsOf(again)]).toEqual([422, ['categoryId']])
    const seen = await ana.get(`/incidents/${body.id}`)
    const change = { categoryId: 'cat_other_question', title: 'A question' }
    expect((await ana.patch(`/incidents/${body.id}`, change, over(seen.etag))).status).toBe(200)
  })
})

describe('completeness', () => {
  test('is scored while somebody writes, and nothing is stored', async () => {
    const draft = { categoryId, description: 'x'.repeat(40), fields: { symptom: 'screen' } }
    const { status, body } = await riley.post('/completeness', draft)
    const { percent, missing } = body as unknown as { percent: number; missing: { id: string }[] }
    expect([status, percent, missing.map(({ id }) => id)]).toEqual([
      200,
      42,
      ['device_tag', 'place', 'message_shown'],
    ])
  })

  test('is seen by staff and not by the requester', async () => {
    const { body } = await report({ symptom: 'screen' })
    expect(body).not.toHaveProperty('completeness')
    const seen = await ana.get(`/incidents/${body.id}`)
    expect(seen.body).toMatchObject({ completeness: { percent: 14, missing: expect.any(Array) } })
    const queue = await ana.get('/incidents?view=queue&limit=100')
    expect(queue.body.items.find(({ id }) => id === body.id)).toMatchObject({ completeness: 14 })
  })

  test('keeps an urgent incident from being resolved until the record says enough', async () => {
    const demanded = await omar.get('/settings/completeness')
    const setting = { demandedPercent: 80, priorities: ['P1'] }
    expect((await omar.put('/settings/completeness', setting, over(demanded.etag))).status).toBe(200)

    const { body } = await report({ symptom: 'screen' })
    const place = `/incidents/${body.id}`
    const resolve = async () => {
      const { etag } = await ana.get(place)
      const to = { to: 'resolved', resolutionCode: 'fixed', notes: 'New screen' }
      return ana.post(`${place}/moves`, to, over(etag))
    }
    const refused = await resolve()
    expect([refused.status, refused.body.code, new Set(pathsOf(refused))]).toEqual([
      422,
      'incomplete',
      new Set(['completeness']),
    ])
    const { etag } = await ana.get(place)
    const fields = { device_tag: 'NW-L-1', place: 'Berlin', message_shown: false }
    const completed = await ana.patch(place, { description: 'It stays dark. '.repeat(5), fields }, over(etag))
    expect([completed.status, completed.body]).toMatchObject([200, { completeness: { percent: 100 } }])
    expect((await resolve()).status).toBe(200)
  })
})

describe('holidays of a file', () => {
  const ical = (date: string) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:Founders’ Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  const nextYear = new Date().getUTCFullYear() + 1

  test('join the calendar, once', async () => {
    const day = { date: `${nextYear}-06-02`, name: 'Founders’ Day' }
    for (const _ of [1, 2]) {
      const { status } = await omar.post('/calendars/cal_office/holidays', { ical: ical(`${nextYear}0602`) })
      expect(status).toBe(200)
    }
    const { body } = await omar.get('/calendars/cal_office')
    const { holidays } = body as unknown as { holidays: object[] }
    expect(holidays.filter((one) => JSON.stringify(one) === JSON.stringify(day))).toHaveLength(1)
  })

  test('of other years, or of no calendar, are refused', async () => {
    expect((await omar.post('/calendars/cal_office/holidays', { ical: ical('19990602') })).status).toBe(422)
    expect((await omar.post('/calendars/cal_office/holidays', { ical: 'nothing' })).status).toBe(422)
    expect((await omar.post('/calendars/none/holidays', { ical: 'nothing' })).status).toBe(404)
  })
})
