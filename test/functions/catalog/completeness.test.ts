import { describe, expect, test } from 'vitest'
import { completenessOf } from '../../../functions/catalog/completeness.ts'
import { category, field } from './fixture.ts'

const label = { en: 'l', de: 'l' }
const asks = (fieldId: string, weight: number) => ({
  id: fieldId,
  label,
  weight,
  check: { kind: 'field', fieldId },
})
const described = { id: 'text', label, weight: 1, check: { kind: 'description', atLeastCharacters: 5 } }
const tree = [
  category('root', { guideline: [described] }),
  category('leaf', {
    parentId: 'root',
    form: [field('seen', 'yes_no'), field('words', 'text', { shownWhen: { fieldId: 'seen', equals: true } })],
    guideline: [asks('seen', 2), asks('words', 1)],
  }),
  category('bare'),
]
const score = (record: object) => {
  const { percent, missing } = completenessOf(tree, { description: '', fields: {}, ...record })
  return [percent, missing.map(({ id }) => id)]
}

describe('the completeness of a record', () => {
  test.each([
    { record: { categoryId: 'leaf' }, expected: [0, ['text', 'seen']] },
    { record: { categoryId: 'leaf', description: '  1234  ' }, expected: [0, ['text', 'seen']] },
    { record: { categoryId: 'leaf', description: '12345' }, expected: [33, ['seen']] },
    { record: { categoryId: 'leaf', description: '12345', fields: { seen: false } }, expected: [100, []] },
    {
      record: { categoryId: 'leaf', description: '12345', fields: { seen: true } },
      expected: [75, ['words']],
    },
    {
      record: { categoryId: 'leaf', description: '12345', fields: { seen: true, words: 'a' } },
      expected: [100, []],
    },
  ])('$record is $expected by the guideline of the category and those above', ({ record, expected }) => {
    expect(score(record)).toEqual(expected)
  })

  test.each([
    { record: {}, expected: [0, ['description', 'service', 'category']] },
    { record: { categoryId: 'bare', serviceId: 's' }, expected: [50, ['description']] },
    { record: { categoryId: 'bare', serviceId: 's', description: 'x'.repeat(40) }, expected: [100, []] },
  ])('$record is $expected where no category says more', ({ record, expected }) => {
    expect(score(record)).toEqual(expected)
  })
})
