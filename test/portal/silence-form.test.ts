import { describe, expect, test } from 'vitest'
import { matchersIn, matchersOf } from '../../portal/lib/alerts/matchers-form.ts'
import { silenceFrom } from '../../portal/lib/alerts/silence-form.ts'
import { fieldsOf } from '../../portal/lib/form.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'

const ui = { locale: 'en', t: translate('en') } as Ui
/** A Friday afternoon in Berlin, the day before clocks go back. */
const now = new Date('2026-10-23T13:30:00.000Z')
const zone = 'Europe/Berlin'

const aboutHost: [string, string][] = [
  ['matchers.order', '0,1'],
  ['matchers.0.label', 'host'],
  ['matchers.0.op', 'like'],
  ['matchers.0.value', 'web-*'],
  ['matchers.1.label', ''],
  ['matchers.1.op', 'is'],
  ['matchers.1.value', ''],
  ['reason', 'New version'],
]
const read = (...more: [string, string][]) =>
  silenceFrom(ui, fieldsOf([...aboutHost, ...more]), { now, zone })

describe('the form of a silence', () => {
  test.each([
    ['hour', { endsAt: '2026-10-23T14:30:00.000Z' }],
    ['fourHours', { endsAt: '2026-10-23T17:30:00.000Z' }],
    ['tomorrow', { endsAt: '2026-10-24T07:00:00.000Z' }],
    ['monday', { until: { weekday: 'mon', time: '09:00', zone } }],
    ['keep', {}],
  ])('ends with %s', (ends, end) => {
    expect(read(['ends', ends])).toEqual({
      body: { matchers: [{ label: 'host', op: 'like', value: 'web-*' }], reason: 'New version', ...end },
      errors: {},
    })
  })

  test('ends at a time of the wall of its reader, also behind a clock change', () => {
    const { body } = read(['ends', 'at'], ['endDate', '2026-10-26'], ['endTime', '09:00'])
    expect(body).toMatchObject({ endsAt: '2026-10-26T08:00:00.000Z' })
  })

  test('counts a quick end from its beginning, when that is later', () => {
    const { body } = read(['ends', 'hour'], ['startDate', '2026-10-24'], ['startTime', '20:00'])
    expect(body).toMatchObject({ startsAt: '2026-10-24T18:00:00.000Z', endsAt: '2026-10-24T19:00:00.000Z' })
  })

  test.each([
    ['no end', [], { ends: 'endMissing' }],
    [
      'half a time',
      [
        ['ends', 'at'],
        ['endDate', '2026-10-26'],
      ],
      { endTime: 'timeMissing' },
    ],
    [
      'a beginning that is none',
      [
        ['ends', 'hour'],
        ['startTime', '25:00'],
      ],
      { startTime: 'timeMissing' },
    ],
  ] as [string, [string, string][], object][])('names what is lacking: %s', (_, sent, errors) => {
    expect(read(...sent).errors).toEqual(errors)
  })

  test('demands that it is about something', () => {
    const form = fieldsOf([['ends', 'hour']])
    expect(silenceFrom(ui, form, { now, zone }).errors).toEqual({ matchers: 'matcherMissing' })
  })
})

describe('conditions', () => {
  test('may ask for a label that is not there', () => {
    expect(matchersIn([{ label: 'team', op: 'is_not' }])).toEqual([
      { label: 'team', op: 'is_not', value: '' },
    ])
  })

  test('of an alert are its labels, or its source and title where it has none', () => {
    const alert = { title: 'Disk is full', sourceId: 'src_1' }
    expect(matchersOf({ ...alert, labels: { host: 'db-1' } })).toEqual([
      { label: 'host', op: 'is', value: 'db-1' },
    ])
    expect(matchersOf({ ...alert, labels: {} })).toEqual([
      { label: '@source', op: 'is', value: 'src_1' },
      { label: '@title', op: 'is', value: 'Disk is full' },
    ])
  })
})
