import { describe, expect, test } from 'vitest'
import { problemsOfCategories, problemsOfKinds } from '../../../functions/catalog/problems.ts'
import { demoSettings } from '../../support/api.ts'
import { category, field, options } from './fixture.ts'

const pathsOf = (...categories: ReturnType<typeof category>[]) =>
  problemsOfCategories(categories).map(({ path }) => path)
const hasService = { id: 'g', label: { en: 'g', de: 'g' }, check: { kind: 'service' } }
const hasField = (fieldId: string) => ({ ...hasService, check: { kind: 'field', fieldId } })

describe('a tree of categories', () => {
  test('of the demo fits', () => {
    expect(problemsOfCategories(demoSettings.categories)).toEqual([])
  })

  test('with a circle is told its way', () => {
    const [problem] = problemsOfCategories([
      category('a', { parentId: 'b' }),
      category('b', { parentId: 'a' }),
    ])
    expect([problem?.path, problem?.message.en]).toEqual([
      'categories.0.parentId',
      expect.stringContaining('a > b > a'),
    ])
  })

  const a = field('a', 'yes_no')
  test.each([
    { says: 'an id twice', form: [a, a], path: 'form.1.id' },
    { says: 'an id of a category above', form: [field('above', 'text')], path: 'form.0.id' },
    { says: 'a choice of nothing', form: [field('b', 'choice')], path: 'form.0.options' },
    {
      says: 'the same choice twice',
      form: [field('b', 'choice', { options: options('x', 'x') })],
      path: 'form.0.options',
    },
    {
      says: 'a condition on a later question',
      form: [field('b', 'text', { shownWhen: { fieldId: 'a', equals: true } }), a],
      path: 'form.0.shownWhen.fieldId',
    },
    {
      says: 'a condition that never holds',
      form: [a, field('b', 'text', { shownWhen: { fieldId: 'a', equals: 'yes' } })],
      path: 'form.1.shownWhen.equals',
    },
  ])('may not have $says', ({ form, path }) => {
    const root = category('root', { form: [field('above', 'text')] })
    expect(pathsOf(root, category('leaf', { parentId: 'root', form }))).toEqual([`categories.1.${path}`])
  })

  test('has criteria that can be met, each once', () => {
    const root = category('root', { form: [a], guideline: [hasService] })
    expect(pathsOf(root, category('leaf', { parentId: 'root', guideline: [hasField('a')] }))).toEqual([
      'categories.1.guideline.0.id',
    ])
    expect(pathsOf(category('root', { guideline: [hasField('none')] }))).toEqual([
      'categories.0.guideline.0.check.fieldId',
    ])
  })
})

describe('a question', () => {
  const before = [category('a', { form: [field('x', 'text'), field('y', 'text')] })]

  test('never changes its kind, because older incidents have answered it', () => {
    const after = [category('a', { form: [field('y', 'number'), field('x', 'text')] })]
    expect(problemsOfKinds(after, before).map(({ path }) => path)).toEqual(['categories.0.form.0.kind'])
  })

  test('may leave the form', () => {
    expect(problemsOfKinds([category('a')], before)).toEqual([])
  })
})
