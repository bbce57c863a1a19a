import { expect, test } from 'vitest'
import { problemsOfCalendars, problemsOfPolicies } from '../../../functions/sla/problems.ts'
import { cal } from './fixture.ts'

const paths = (...calendars: Parameters<typeof problemsOfCalendars>[0]) =>
  problemsOfCalendars(calendars).map(({ path }) => path)

test.each([
  ['office hours', cal(), []],
  ['no hours', cal({ hours: {} }), ['calendars.0.hours']],
  ['days without hours', cal({ hours: { mon: [] } }), ['calendars.0.hours']],
  ['no hours, but round the clock', cal({ hours: {}, roundTheClock: true }), []],
  [
    'an end before the beginning',
    cal({ hours: { tue: [{ from: '17:00', to: '09:00' }] } }),
    ['calendars.0.hours.tue.0.to'],
  ],
  ['the whole day', cal({ hours: { tue: [{ from: '00:00', to: '24:00' }] } }), []],
  [
    'hours that overlap',
    cal({
      hours: {
        tue: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
    }),
    ['calendars.0.hours.tue.1.from'],
  ],
  [
    'hours that touch',
    cal({
      hours: {
        tue: [
          { from: '09:00', to: '12:00' },
          { from: '12:00', to: '13:00' },
        ],
      },
    }),
    [],
  ],
  [
    'a holiday twice',
    cal({
      holidays: [
        { date: '2026-12-25', name: 'a' },
        { date: '2026-12-25', name: 'b' },
      ],
    }),
    ['calendars.0.holidays.1.date'],
  ],
])('%s', (_, calendar, expected) => {
  expect(paths(calendar)).toEqual(expected)
})

const policy = (targets: Parameters<typeof problemsOfPolicies>[0][number]['targets']) => ({
  id: 'sla',
  name: 'SLA',
  serviceIds: [],
  organisationIds: [],
  pausesOn: [],
  warnAtPercent: [],
  targets,
})

test.each([
  ['nothing promised', {}, ['slaPolicies.0.targets']],
  [
    'an answer after the solution',
    { P1: { responseMinutes: 20, resolutionMinutes: 10, calendarId: 'cal' } },
    ['slaPolicies.0.targets.P1.responseMinutes'],
  ],
  [
    'an answer with the solution',
    { P1: { responseMinutes: 10, resolutionMinutes: 10, calendarId: 'cal' } },
    [],
  ],
])('a policy with %s', (_, targets, expected) => {
  expect(problemsOfPolicies([policy(targets)]).map(({ path }) => path)).toEqual(expected)
})
