import { describe, expect, test } from 'vitest'
import { savedWord } from '../../portal/lib/on-call/saved.ts'

const [ana, ben] = ['ana', 'ben'].map((id) => ({ id, name: id }))
if (!ana || !ben) throw new Error('There are two people.')
const span = { from: '2026-10-21T06:00:00.000Z', to: '2026-10-21T08:00:00.000Z' }
const override = { id: 'ovr_1', ...span, person: ana }
const [earlier, later] = [new Date('2026-10-21T07:59:59Z'), new Date(span.to)]
const half = '2026-10-21T07:00:00.000Z'

describe('a stand-in that was saved', () => {
  test('stands in the calendar, and is put right once it is over', () => {
    expect(savedWord({ override, now: earlier })).toBe('standInSaved')
    expect(savedWord({ override, now: later })).toBe('standInPast')
  })

  test.each([
    ['skipped', 'standInSkipped'],
    ['repeated', 'standInRepeated'],
  ] as const)('says first what a clock change made of it: %s', (but, word) => {
    const before = { shifts: [{ ...span, person: ana }], gaps: [] }
    expect(savedWord({ override, but, before, now: later })).toBe(word)
  })

  test.each([
    [earlier, 'ahead'],
    [later, 'past'],
  ])('changes nothing for who is on call anyway (%s, %s)', (now) => {
    const shifts = [
      { ...span, to: half, person: ana },
      { ...span, from: half, person: ana, overrideId: 'ovr_0' },
    ]
    expect(savedWord({ override, before: { shifts, gaps: [] }, now })).toBe('standInAnyway')
  })

  test.each([
    [
      'somebody else has a part',
      {
        shifts: [
          { ...span, to: half, person: ana },
          { ...span, from: half, person: ben },
        ],
        gaps: [],
      },
    ],
    ['nobody has a part', { shifts: [{ ...span, to: half, person: ana }], gaps: [{ ...span, from: half }] }],
    ['nobody has any', { shifts: [], gaps: [span] }],
    [
      'it is there already, sent twice',
      { shifts: [{ ...span, person: ana, overrideId: 'ovr_1' }], gaps: [] },
    ],
  ])('changes something where %s', (_where, before) => {
    expect(savedWord({ override, before, now: earlier })).toBe('standInSaved')
  })
})
