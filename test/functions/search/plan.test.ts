import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Held, nothingHeld, planned } from '../../../functions/search/plan.ts'
import { signatureOf } from '../../../functions/search/signature.ts'

const distinct = (pool: string) => fc.uniqueArray(fc.constantFrom(...pool), { maxLength: 8 })
const wishes = fc.record({
  words: distinct('abcdefgh'),
  internal: distinct('ijklabcd'),
  people: distinct('xyz'),
})
type Wish = { words: string[]; internal: string[]; people: string[] }

const wanted = ({ words, internal, people }: Wish) => {
  const notes = internal.filter((word) => !words.includes(word))
  return {
    words: words.toSorted(),
    internal: notes.toSorted(),
    people: people.toSorted(),
    signature: signatureOf([...words, ...notes]),
    row: words.join(),
  }
}

/** The items as steps leave them. */
function applied(items: ReadonlySet<string>, steps: ReturnType<typeof planned>[number]['steps']) {
  const left = new Set(items)
  for (const step of steps) {
    if (step.kind === 'word') left.add(`w ${step.word}`)
    if (step.kind === 'no-word') left.delete(`w ${step.word}`)
    if (step.kind === 'person') left.add(`p ${step.person}`)
    if (step.kind === 'no-person') left.delete(`p ${step.person}`)
  }
  return left
}
const itemsOf = ({ words, internal, people }: Pick<Held, 'words' | 'internal' | 'people'>) =>
  new Set([...words, ...internal].map((word) => `w ${word}`).concat(people.map((person) => `p ${person}`)))

describe('the way to what the index should hold', () => {
  test('says truly after each transaction what is there, ends at what is wanted, and then nothing is left', () => {
    fc.assert(
      fc.property(wishes, wishes, fc.integer({ min: 1, max: 5 }), (first, second, most) => {
        let held = nothingHeld
        let items: ReadonlySet<string> = new Set()
        for (const wish of [first, second].map(wanted)) {
          for (const batch of planned(held, wish, { most })) {
            expect(batch.held.revision).toBe(held.revision + 1)
            expect(batch.steps.length).toBeLessThanOrEqual(most)
            items = applied(items, batch.steps)
            held = batch.held
            expect(itemsOf(held)).toEqual(items)
          }
          expect(items).toEqual(itemsOf(wish))
          expect(planned(held, wish, { most })).toEqual([])
        }
      }),
    )
  })

  test('that was left halfway leads to the same', () => {
    fc.assert(
      fc.property(wishes, wishes, (first, second) => {
        const [half] = planned(nothingHeld, wanted(first), { most: 2 })
        const rest = planned(half?.held ?? nothingHeld, wanted(second), { most: 99 })
        expect(itemsOf(rest.at(-1)?.held ?? half?.held ?? nothingHeld)).toEqual(itemsOf(wanted(second)))
      }),
    )
  })

  test('calls nothing public that stands in notes only, not even halfway', () => {
    const batches = planned(nothingHeld, wanted({ words: ['a'], internal: ['i', 'j'], people: [] }), {
      most: 1,
    })
    for (const { held } of batches) expect(held.words).not.toContain('i')
  })
})
