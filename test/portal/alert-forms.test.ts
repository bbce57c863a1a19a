import { describe, expect, test } from 'vitest'
import { isFiltered, listQuery, withoutCursor } from '../../portal/lib/alerts/list-query.ts'
import { maintenanceFrom } from '../../portal/lib/alerts/maintenance-form.ts'
import { clockFor } from '../../portal/lib/clock.ts'
import { fieldsOf } from '../../portal/lib/form.ts'
import { alertRules } from '../../portal/lib/set-up/alert-rules.ts'
import { readThing } from '../../portal/lib/set-up/blueprint.ts'
import type { Context } from '../../portal/lib/set-up/context.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'

const now = new Date('2026-03-06T10:00:00.000Z')
const ui = {
  ...{ locale: 'en', t: translate('en') },
  clock: clockFor({ locale: 'en', zone: 'Europe/Berlin', now }),
} as Ui
const services = [{ id: 'svc_erp', name: 'ERP' }]
const context = { services, teams: [{ id: 'team_l1', name: 'Service Desk' }] } as unknown as Context

describe('the address of a list of alerts', () => {
  test('keeps what is known of it, and nothing else', () => {
    const query = listQuery({
      ...{ status: 'resolved', team: 'team_l1', severity: 'awful', source: '', service: ['a', 'b'] },
      ...{ cursor: 'abc', limit: '1000' },
    })
    expect(query.toString()).toBe('status=resolved&team=team_l1&cursor=abc')
    expect(withoutCursor(query).toString()).toBe('status=resolved&team=team_l1')
  })

  test('is plain for what fires', () => {
    const query = listQuery({ status: 'firing' })
    expect(query.toString()).toBe('')
    expect(isFiltered(query)).toBe(false)
    expect(isFiltered(listQuery({ severity: 'critical' }))).toBe(true)
  })
})

describe('the form of a maintenance', () => {
  const sent = (...more: [string, string][]) =>
    maintenanceFrom(
      ui,
      fieldsOf([
        ['title', 'New racks'],
        ['serviceIds.svc_erp', 'on'],
        ['recurring.startsOn', '2026-03-06'],
        ...more,
      ]),
      { services },
    )
  const about = { title: 'New racks', serviceIds: ['svc_erp'], matchers: [] }
  const friday: [string, string][] = [
    ['kind', 'once'],
    ['fromDate', '2026-03-06'],
    ['fromTime', '22:00'],
    ['toDate', '2026-03-07'],
  ]

  test('that happens once has instants by the clock of its reader', () => {
    expect(sent(...friday, ['toTime', '02:00'])).toMatchObject({
      errors: {},
      body: { ...about, startsAt: '2026-03-06T21:00:00.000Z', endsAt: '2026-03-07T01:00:00.000Z' },
    })
  })

  test('that recurs keeps its wall-clock times and its zone, and no single end', () => {
    const { body } = sent(
      ['kind', 'recurring'],
      ['recurring.weekdays.sat', 'on'],
      ['recurring.from', '22:00'],
      ['recurring.to', '02:00'],
      ['recurring.zone', 'Asia/Tokyo'],
    )
    expect(body).toEqual({
      ...about,
      recurring: {
        ...{ weekdays: ['sat'], from: '22:00', to: '02:00', zone: 'Asia/Tokyo' },
        startsOn: '2026-03-06',
      },
    })
  })

  test.each([
    ['no time', [], { toTime: 'timeMissing' }],
    [
      'an end before its beginning',
      [
        ['toDate', '2026-03-06'],
        ['toTime', '21:00'],
      ],
      { toTime: 'endsBefore' },
    ],
  ] as [string, [string, string][], object][])('names what is lacking: %s', (_, more, errors) => {
    expect(sent(...friday, ...more).errors).toEqual(errors)
  })
})

describe('the form of a rule of alerts', () => {
  const sent = (...fields: [string, string][]) =>
    alertRules.sent?.(readThing(alertRules.inputs(ui, context), fieldsOf([['name', 'Disks'], ...fields])))

  test('of a route sends conditions that somebody wrote, and a treatment also when it says nothing', () => {
    expect(
      sent(
        ['kind', 'route'],
        ['when.order', '0,1'],
        ['when.0.label', 'job'],
        ['when.0.op', 'like'],
        ['when.0.value', 'disk*'],
        ['when.1.op', 'is'],
        ['cause.order', '0'],
        ['cause.0.op', 'is'],
      ),
    ).toEqual({
      ...{ name: 'Disks', kind: 'route', treatment: {} },
      when: [{ label: 'job', op: 'like', value: 'disk*' }],
    })
  })

  test('of one that inhibits sends cause and symptoms, and nothing of a treatment', () => {
    expect(
      sent(
        ['kind', 'inhibit'],
        ['cause.order', '0'],
        ['cause.0.label', 'alertname'],
        ['cause.0.op', 'is'],
        ['cause.0.value', 'NodeDown'],
        ['equal', 'cluster\nregion'],
        ['treatment.teamId', 'team_l1'],
      ),
    ).toEqual({
      ...{ name: 'Disks', kind: 'inhibit', symptom: [], equal: ['cluster', 'region'] },
      cause: [{ label: 'alertname', op: 'is', value: 'NodeDown' }],
    })
  })

  test('leaves a list of labels out that nobody filled', () => {
    expect(sent(['kind', 'route'], ['treatment.groupBy', ''])?.treatment).toEqual({})
    expect(sent(['kind', 'route'], ['treatment.groupBy', 'job'])).toMatchObject({
      treatment: { groupBy: ['job'] },
    })
  })
})
