import { expect, test } from 'vitest'
import { train } from '../../../functions/triage/model.ts'
import { labelsOf, suggest } from '../../../functions/triage/suggest.ts'
import { byHand } from './by-hand.ts'
import { exampleOf, resolvedOf, topOf, tree } from './measured.ts'

const model = train(resolvedOf(1, 2500).map(exampleOf), '2026-03-02T12:00:00.000Z', tree)

const results = byHand.map((one) => {
  const { fields } = suggest(one, { rules: [], model, offers: () => true, tree })
  const { categoryId } = labelsOf({ fields })
  const tops = one.accepted.map(topOf)
  return {
    one,
    categoryId,
    confidence: fields.find(({ name }) => name === 'categoryId')?.confidence,
    isExact: categoryId !== undefined && one.accepted.includes(categoryId),
    isRightAtTop: categoryId !== undefined && tops.includes(topOf(categoryId)),
  }
})
for (const { one, categoryId, confidence, isExact, isRightAtTop } of results) {
  const verdict = isExact ? 'right' : isRightAtTop ? 'right at the top' : categoryId ? 'wrong' : 'nothing'
  process.stdout.write(
    `${verdict}: ${one.title} -> ${categoryId ?? '-'} ${confidence ?? ''} (${one.accepted.join(' or ')})\n`,
  )
}
const times = (is: (result: (typeof results)[number]) => boolean) => results.filter(is).length

const suggested = times(({ categoryId }) => categoryId !== undefined)
const right = times(({ isExact }) => isExact)
process.stdout.write(`Of 20 texts written by hand: suggested for ${suggested}, right for ${right}.\n`)

test('of 20 texts written by hand, 18 got a suggestion, 17 of them one that a person would accept', () => {
  expect(results).toHaveLength(20)
  expect(right).toBeGreaterThanOrEqual(16)
  expect(suggested - right).toBeLessThanOrEqual(2)
})
