import { expect, test } from 'vitest'
import { treatmentOf } from '../../../functions/alerts/treatment.ts'
import { fires, setup } from './fixture.ts'

const teamOf = (labels: Record<string, string>, treatment: object = {}) => {
  const { teamId, by } = treatmentOf(fires('Disk', 0, { labels }), setup({ treatment }))
  return [teamId, by]
}

test.each([
  ['its label names', { team: 'team_db' }, {}, ['team_db', 'source_default']],
  [
    'its label names, before that of its service',
    { team: 'team_web', service: 'svc_db' },
    {},
    ['team_web', 'source_default'],
  ],
  [
    'its source says, before its label',
    { team: 'team_db' },
    { teamId: 'team_web' },
    ['team_web', 'source_default'],
  ],
  ['is the default where its label names none', { team: 'dba' }, {}, ['team_desk', 'unrouted']],
])('an alert enters the team that %s', (_, labels, treatment, expected) => {
  expect(teamOf(labels as Record<string, string>, treatment)).toEqual(expected)
})
