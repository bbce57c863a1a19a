import { describe, expect, test } from 'vitest'
import type { Link } from '../../../functions/incidents/link.ts'
import { resolveWithParent } from '../../../functions/incidents/link-cascade.ts'
import { incidentIn, now } from './fixture.ts'

const parent = incidentIn('resolved', { id: 'INC-000001' })
const event = {
  at: now,
  text: 'The cable was loose.',
  after: { state: 'resolved', resolutionCode: 'workaround' },
}
const linkedAt = (at: string): Link => ({ kind: 'child', incidentId: 'INC-000123', title: 'Mail', at })
const link = linkedAt('2026-11-23T08:00:00.000Z')
const news = { parent, link, event, now }
const reopenedAt = (at: string) => ({ reopenCount: 1, reopened: { at, by: { id: 'riley', name: 'Riley' } } })

describe('a child of an incident that was resolved', () => {
  test.each(['new', 'in_progress', 'on_hold'] as const)(
    'is resolved with it from %s, in the same words',
    (state) => {
      const change = resolveWithParent(incidentIn(state), news)
      expect(change?.after).toMatchObject({ state: 'resolved', resolution: { code: 'workaround' } })
      expect(change?.events).toMatchObject([
        { type: 'incident.moved', visibility: 'public', text: event.text, by: { kind: 'system' } },
        { type: 'incident.resolved_with_parent', visibility: 'internal', after: { incidentId: parent.id } },
      ])
      expect(JSON.stringify(change?.events[0])).not.toContain(parent.id)
    },
  )

  test.each([
    ['is resolved already', incidentIn('resolved'), news],
    ['is over', incidentIn('canceled'), news],
    ['was reopened since', incidentIn('in_progress', reopenedAt('2026-11-23T09:10:00.000Z')), news],
    ['was linked since', incidentIn('new'), { ...news, link: linkedAt('2026-11-23T09:10:00.000Z') }],
    ['has a parent that was reopened', incidentIn('new'), { ...news, parent: incidentIn('in_progress') }],
    ['has a parent that was canceled', incidentIn('new'), { ...news, parent: incidentIn('canceled') }],
  ])('is let be when it %s', (_, child, told) => {
    expect(resolveWithParent(child, told)).toBeUndefined()
  })

  test('that was reopened before is resolved like the others', () => {
    const child = incidentIn('in_progress', reopenedAt('2026-11-23T08:50:00.000Z'))
    expect(resolveWithParent(child, news)?.after.state).toBe('resolved')
  })
})
