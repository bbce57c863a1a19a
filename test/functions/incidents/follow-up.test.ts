import { describe, expect, test } from 'vitest'
import { followUp } from '../../../functions/incidents/follow-up.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { defaultPriorityMatrix } from '../../../functions/incidents/priority.ts'
import { incidentIn, now, riley } from './fixture.ts'

const next = (last: Incident) =>
  followUp(last, 'It is back.', {
    ...{ id: 'INC-000200', now, by: riley, teamId: 'team_service_desk', channel: 'portal' },
    matrix: defaultPriorityMatrix,
  })

describe('going on from what is over', () => {
  test('takes over service, category, impact and urgency, and leaves the old one as it is', () => {
    const last = incidentIn('closed', {
      impact: 'low',
      urgency: 'medium',
      serviceId: 'svc_email',
      categoryId: 'cat_mail',
    })
    const { after, events, texts, also } = next(last)
    expect(after).toMatchObject({
      ...{ state: 'new', impact: 'low', urgency: 'medium', priority: 'P4', serviceId: 'svc_email' },
      ...{ categoryId: 'cat_mail', followsId: last.id, requester: { id: 'riley' } },
    })
    expect([events.map(({ type }) => type), texts?.description]).toEqual([
      ['incident.reported'],
      'It is back.',
    ])
    expect(also).toMatchObject([{ before: last, after: last, events: [{ visibility: 'internal' }] }])
  })

  test.each([
    ['Mail', 'Again: Mail'],
    ['Again: Mail', 'Again: Mail'],
    ['Erneut: Mail', 'Again: Mail'],
    ['x'.repeat(160), `Again: ${'x'.repeat(152)}…`],
  ])('a title %s becomes %s', (title, expected) => {
    expect(next(incidentIn('canceled', { title })).after.title).toBe(expected)
  })

  test('speaks the language of whoever reported it', () => {
    const requester = { id: 'riley', name: 'Riley', locale: 'de' } as const
    expect(next(incidentIn('closed', { title: 'Mail', requester })).after.title).toBe('Erneut: Mail')
  })
})
