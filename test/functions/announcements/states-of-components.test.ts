import { describe, expect, test } from 'vitest'
import { statesOfComponents } from '../../../functions/announcements/states-of-components.ts'
import { now, story } from './fixture.ts'

const components = [{ id: 'cmp_email' }, { id: 'cmp_vpn' }]
const says = (id: string, state: string, more = {}) =>
  story({ components: [{ id, state }], ...more }).announcement

describe('states of components', () => {
  test.each([
    ['nothing is announced', [], 'operational'],
    ['one announcement speaks of it', [says('cmp_email', 'degraded')], 'degraded'],
    [
      'two do: the worst counts',
      [says('cmp_email', 'partial_outage'), says('cmp_email', 'maintenance')],
      'partial_outage',
    ],
    ['another component is meant', [says('cmp_vpn', 'major_outage')], 'operational'],
    [
      'it has not started',
      [says('cmp_email', 'maintenance', { startsAt: '2026-11-24T09:00:00Z' })],
      'operational',
    ],
    ['it is resolved', [says('cmp_email', 'major_outage', { stage: 'resolved' })], 'operational'],
    ['an announcement says it works', [says('cmp_email', 'operational')], 'operational'],
  ])('when %s', (_, announcements, state) => {
    expect(statesOfComponents(components, announcements, now)[0]).toEqual({ id: 'cmp_email', state })
  })
})
