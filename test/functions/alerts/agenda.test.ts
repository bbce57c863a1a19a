import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAgenda } from '../../../functions/alerts/agenda.ts'
import { at } from './fixture.ts'

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id: fc.constantFrom(...'abcdefghijklmnop'), add: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ take: fc.nat(40) }) },
)

describe('an agenda', () => {
  test('gives what sorting would give, whatever is added, moved and taken', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const agenda = openAgenda()
        let sorted: { id: string; at: string }[] = []
        for (const one of [...steps, ...Array.from({ length: 17 }, () => ({ take: 50 }))]) {
          if ('take' in one) {
            const first = sorted.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0]
            const expected = first && first.at <= at(one.take) ? first : undefined
            sorted = sorted.filter((due) => due !== expected)
            expect(agenda.next(at(one.take))).toEqual(expected)
          } else {
            agenda.add(one.id, at(one.add))
            sorted = [...sorted.filter(({ id }) => id !== one.id), { id: one.id, at: at(one.add) }]
          }
          const latest = sorted.map((due) => due.at).toSorted()
          expect(agenda.latestOf('abcdefghijklmnop')).toBe(latest.at(-1))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('does not grow slow with what is in it', () => {
    const agenda = openAgenda()
    const many = 100_000
    const begun = performance.now()
    for (let n = 0; n < many; n++) agenda.add(`grp_${n}`, at((n * 7919) % many))
    let taken = 0
    for (let next = agenda.next(at(many)); next; next = agenda.next(at(many))) taken++
    expect([taken, performance.now() - begun < 5000]).toEqual([many, true])
  })
})
