import { describe, expect, test } from 'vitest'
import type { Incident } from '../../../functions/incidents/incident.ts'
import {
  followersAfterMerge,
  type Link,
  type LinkKind,
  link,
  unlink,
} from '../../../functions/incidents/link.ts'
import { incidentIn, now, workerAt } from './fixture.ts'

const here = incidentIn('in_progress', { id: 'INC-000001', title: 'Mail is slow' })
const there = incidentIn('new', { id: 'INC-000002', title: 'No mail' })
const to = (kind: LinkKind, incidentId: string): Link => ({ kind, incidentId, title: 'Other', at: now })
const linked = (incident: Incident, ...links: Link[]) => ({ incident, links })
const worker = workerAt('in_progress')

describe('linking', () => {
  test.each([
    ['child', 'parent'],
    ['related', 'related'],
  ] as const)('as %s is noted at both ends, for those who work on them alone', (kind, seen) => {
    const { after, events, also } = link(linked(here), linked(there), kind, worker)
    expect(after).toEqual(here)
    expect(events).toMatchObject([
      { type: 'incident.linked', visibility: 'internal', after: { kind, incidentId: there.id } },
    ])
    expect(also).toMatchObject([
      { after: there, events: [{ visibility: 'internal', after: { kind: seen, incidentId: here.id } }] },
    ])
  })

  test('a duplicate that is open cancels it as such', () => {
    const { after, events } = link(linked(here), linked(there), 'duplicate', worker)
    expect(after).toMatchObject({ state: 'canceled', cancelReason: 'duplicate' })
    expect(events.map(({ type, visibility }) => [type, visibility])).toEqual([
      ['incident.moved', 'public'],
      ['incident.linked', 'internal'],
    ])
    expect(JSON.stringify(events[0])).not.toContain(there.id)
  })

  test.each(['resolved', 'closed'] as const)(
    'a duplicate that is %s leaves its state, and asks nobody how it went',
    (state) => {
      const solved = incidentIn(state, { id: here.id, timers: { survey: now } })
      const { after, events } = link(linked(solved), linked(there), 'duplicate', workerAt(state))
      expect(after).toMatchObject({ state, timers: {} })
      expect(events.map(({ type }) => type)).toEqual(['incident.linked'])
    },
  )

  test.each<
    [
      string,
      Parameters<typeof link>[0],
      Parameters<typeof link>[1],
      'child' | 'duplicate' | 'related',
      string,
    ]
  >([
    ['to itself', linked(here), linked(here), 'related', 'incomplete'],
    ['that exists', linked(here, to('child', there.id)), linked(there), 'child', 'conflict'],
    ['that exists as another', linked(here, to('related', there.id)), linked(there), 'child', 'conflict'],
    ['to a second parent', linked(here), linked(there, to('parent', 'INC-000009')), 'child', 'conflict'],
    [
      'to what is above it',
      { ...linked(here), aboveIds: ['INC-000008', there.id] },
      linked(there),
      'child',
      'conflict',
    ],
    [
      'too deep down',
      { ...linked(here), aboveIds: ['1', '2', '3', '4', '5'] },
      linked(there),
      'child',
      'conflict',
    ],
    [
      'to a second original',
      linked(here, to('duplicate', 'INC-000009')),
      linked(there),
      'duplicate',
      'conflict',
    ],
    [
      'of an original',
      linked(here, to('duplicated_by', 'INC-000009')),
      linked(there),
      'duplicate',
      'conflict',
    ],
    [
      'to a canceled original',
      linked(here),
      linked(incidentIn('canceled', { id: there.id })),
      'duplicate',
      'conflict',
    ],
    [
      'beyond what an incident can have',
      linked(here, ...Array.from({ length: 200 }, (_, n) => to('related', `INC-00${1000 + n}`))),
      linked(there),
      'related',
      'conflict',
    ],
  ])('%s is refused', (_, from, other, kind, code) => {
    expect(() => link(from, other, kind, worker)).toThrow(expect.objectContaining({ code }))
  })
})

describe('whoever reported a duplicate', () => {
  const merge = (duplicate: Incident, original: Incident) =>
    followersAfterMerge(
      link(linked(duplicate), linked(original), 'duplicate', workerAt(duplicate.state)),
      original,
    )
  const sam = { id: 'sam', name: 'Sam', locale: 'en' } as const

  test('follows the original, with those who watched', () => {
    const duplicate = incidentIn('new', {
      id: here.id,
      requester: sam,
      watchers: [{ id: 'noor', name: 'Noor' }],
    })
    expect(merge(duplicate, there).map(({ id }) => id)).toEqual(['sam', 'noor'])
  })

  test('does not follow what is theirs, nor anything once it is solved', () => {
    expect(merge(here, there)).toEqual([])
    expect(merge(incidentIn('resolved', { id: here.id, requester: sam }), there)).toEqual([])
  })
})

describe('unlinking', () => {
  test('is noted at both ends', () => {
    const { events, also } = unlink(linked(here, to('child', there.id)), there, 'child', worker)
    expect(events).toMatchObject([{ type: 'incident.unlinked', visibility: 'internal' }])
    expect(also?.[0]?.events).toMatchObject([{ after: { kind: 'parent', incidentId: here.id } }])
  })

  test('what is not linked answers that there is nothing', () => {
    expect(() => unlink(linked(here), there, 'child', worker)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
  })
})
