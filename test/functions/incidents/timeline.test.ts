import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NewEvent } from '../../../functions/incidents/change.ts'
import { type Entry, record, verify } from '../../../functions/incidents/timeline.ts'
import { ana, incidentIn, now } from './fixture.ts'

const events = fc.array(
  fc.record({
    type: fc.constantFrom('incident.commented' as const, 'incident.moved' as const),
    at: fc.constant(now),
    by: fc.constant(ana),
    channel: fc.constant('portal' as const),
    visibility: fc.constantFrom('public' as const, 'internal' as const),
    text: fc.string({ unit: 'binary' }),
  }),
  { minLength: 1, maxLength: 20 },
)
const recorded = (list: NewEvent[]) => {
  const { incident, entries } = record(incidentIn('new'), list)
  const open = entries.filter(({ visibility }) => visibility === 'public')
  const internal = entries.filter(({ visibility }) => visibility === 'internal')
  return { incident, open, internal }
}

describe('timeline', () => {
  test('both chains of any history are whole, and counted apart', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { incident, open, internal } = recorded(list)
        expect(verify(incident, 'public', open)).toEqual({ intact: true })
        expect(verify(incident, 'internal', internal)).toEqual({ intact: true })
        expect(open.map(({ seq }) => seq)).toEqual(open.map((_, index) => index + 1))
      }),
    )
  })

  const tamperings: [string, (entries: Entry[], place: number) => Entry[]][] = [
    ['a removed entry', (entries, place) => entries.toSpliced(place, 1)],
    ['a changed text', (entries, place) => changed(entries, place, { text: 'Something else entirely' })],
    ['a changed instant', (entries, place) => changed(entries, place, { at: '2026-01-01T00:00:00.000Z' })],
    [
      'a changed author',
      (entries, place) => changed(entries, place, { by: { kind: 'person', id: 'mallory' } }),
    ],
    ['a repeated entry', (entries, place) => entries.toSpliced(place, 0, entries[place] as Entry)],
  ]
  test.each(tamperings)('%s shows, wherever it is', (_name, tamper) => {
    fc.assert(
      fc.property(events, fc.nat(), (list, at) => {
        const { incident, open } = recorded(list)
        fc.pre(open.length > 0)
        expect(verify(incident, 'public', tamper(open, at % open.length)).intact).toBe(false)
      }),
    )
  })

  test('a timeline does not pass for that of another incident', () => {
    const { incident, open } = recorded([
      { type: 'incident.commented', at: now, by: ana, channel: 'portal', visibility: 'public', text: 'Hi' },
    ])
    expect(verify({ ...incident, id: 'INC-000999' }, 'public', open).intact).toBe(false)
  })

  test('erasing a text and a name keeps the chain whole', () => {
    const { incident, open } = recorded([
      {
        type: 'incident.commented',
        at: now,
        by: ana,
        channel: 'portal',
        visibility: 'public',
        text: 'private',
      },
    ])
    const erased = open.map((entry) => ({
      ...entry,
      by: { ...entry.by, name: undefined },
      text: undefined,
      erasedAt: now,
    }))
    expect(verify(incident, 'public', erased)).toEqual({ intact: true })
  })
})

const changed = (entries: Entry[], place: number, change: Partial<Entry>) =>
  entries.map((entry, index) => (index === place ? { ...entry, ...change } : entry))
