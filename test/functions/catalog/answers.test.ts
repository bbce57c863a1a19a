import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers, demandAnswers } from '../../../functions/catalog/answers.ts'
import { formOf } from '../../../functions/catalog/form.ts'
import { Refusal } from '../../../functions/runtime/refusal.ts'
import { category, everyKind, field, options } from './fixture.ts'

const report = { stage: 'report' } as const
const pathsOf = ({ errors }: ReturnType<typeof checkAnswers>) => errors.map(({ path }) => path)
const check = (answers: Record<string, string | number | boolean>) => checkAnswers(everyKind, answers, report)

describe('the form of a category', () => {
  test('asks what the categories above ask, then its own', () => {
    const tree = [
      category('cat_leaf', { parentId: 'cat_mid', form: [field('c', 'text')] }),
      category('cat_root', { form: [field('a', 'text')] }),
      category('cat_mid', { parentId: 'cat_root', form: [field('b', 'text')] }),
    ]
    expect(formOf(tree, 'cat_leaf').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(formOf(tree, undefined)).toEqual([])
  })

  test('ends where old settings hold a circle', () => {
    const tree = [
      category('a', { parentId: 'b', form: [field('x', 'text')] }),
      category('b', { parentId: 'a' }),
    ]
    expect(formOf(tree, 'a')).toHaveLength(1)
  })
})

describe('answers to a form', () => {
  test('are taken as they are when they fit', () => {
    const answers = {
      what: 'screen',
      count: 2.5,
      since: '2024-02-29',
      shown: true,
      message: 'E1',
      photo: 'att_01J',
    }
    expect(check(answers)).toEqual({ answers, errors: [] })
  })

  test.each([
    { what: 'a required one is missing', answers: {}, path: 'fields.what' },
    {
      what: 'a required one is blank',
      answers: { what: 'other', other_what: '  ' },
      path: 'fields.other_what',
    },
    { what: 'a choice is not offered', answers: { what: 'keyboard' }, path: 'fields.what' },
    { what: 'a choice is not text', answers: { what: true }, path: 'fields.what' },
    { what: 'a number is text', answers: { what: 'screen', count: '3' }, path: 'fields.count' },
    { what: 'a number has no end', answers: { what: 'screen', count: Infinity }, path: 'fields.count' },
    { what: 'a day does not exist', answers: { what: 'screen', since: '2026-02-30' }, path: 'fields.since' },
    {
      what: 'a leap day has no leap year',
      answers: { what: 'screen', since: '2100-02-29' },
      path: 'fields.since',
    },
    {
      what: 'a month does not exist',
      answers: { what: 'screen', since: '2026-13-01' },
      path: 'fields.since',
    },
    {
      what: 'a day is an instant',
      answers: { what: 'screen', since: '2026-02-03T10:00:00Z' },
      path: 'fields.since',
    },
    { what: 'yes is text', answers: { what: 'screen', shown: 'yes' }, path: 'fields.shown' },
    {
      what: 'a text is too long',
      answers: { what: 'other', other_what: 'x'.repeat(2001) },
      path: 'fields.other_what',
    },
    { what: 'nothing asks it', answers: { what: 'screen', colour: 'red' }, path: 'fields.colour' },
  ])('are refused when $what', ({ answers, path }) => {
    expect(pathsOf(check(answers as Record<string, string>))).toEqual([path])
  })

  test.each(['att_', 'att_../x', 'a/b.png', 'line\nbreak.png'])('do not name %j as a file', (photo) => {
    const answers = { what: 'screen', shown: true, message: 'E1', photo }
    expect(pathsOf(check(answers))).toEqual(['fields.photo'])
  })

  test('name a file by its name while it has no id', () => {
    const answers = { what: 'screen', shown: true, message: 'E1', photo: 'damage photo.jpg' }
    expect(check(answers)).toEqual({ answers, errors: [] })
  })

  test('to what is not shown are dropped, and what hangs on them is not shown either', () => {
    const { answers, errors } = check({
      what: 'screen',
      other_what: '',
      shown: false,
      message: 'E1',
      photo: 'a.png',
    })
    expect([answers, errors]).toEqual([{ what: 'screen', shown: false }, []])
  })

  test('are refused with words in both languages', () => {
    expect(() => demandAnswers(everyKind, {}, report)).toThrow(Refusal)
    expect(check({}).errors).toEqual([
      {
        path: 'fields.what',
        message: { en: 'Please choose one.', de: 'Bitte wählen Sie eine Möglichkeit.' },
      },
    ])
  })
})

describe('answers of an incident that is edited', () => {
  const old = { gone: 'kept', what: 'keyboard' }
  const edit = (answers: Record<string, string>) =>
    checkAnswers(everyKind, answers, { stage: 'edit', kept: old })

  test('stay, also those that the form no longer asks or offers', () => {
    expect(edit(old)).toEqual({ answers: old, errors: [] })
  })

  test('need not answer what was never answered', () => {
    expect(checkAnswers(everyKind, {}, { stage: 'edit' }).errors).toEqual([])
  })

  test('are not taken away where they are required, nor changed to what does not fit', () => {
    expect(pathsOf(edit({ ...old, what: '' }))).toEqual(['fields.what'])
    expect(pathsOf(edit({ ...old, what: 'mouse' }))).toEqual(['fields.what'])
    expect(pathsOf(edit({ ...old, gone: 'changed' }))).toEqual(['fields.gone'])
  })
})

const scalar = fc.oneof(
  fc.constantFrom('screen', 'battery', 'other', 'E1', '2026-02-28', '2026-02-30', 'att_1', ' x ', ''),
  fc.string({ maxLength: 12 }),
  fc.double(),
  fc.boolean(),
)
const anyAnswers = fc.dictionary(
  fc.constantFrom('what', 'other_what', 'count', 'since', 'shown', 'message', 'photo'),
  scalar,
)
const sensibleAnswers = fc.record(
  {
    what: fc.constantFrom('screen', 'battery', 'other'),
    other_what: fc.oneof(fc.constantFrom(' x ', 'tray'), scalar),
    count: fc.double(),
    since: fc.constantFrom('2026-02-28', '2024-02-29'),
    shown: fc.boolean(),
    message: fc.constantFrom('E1', ' E1 ', 'E2', ''),
    photo: fc.constantFrom('att_1', 'photo.png', 'a/b'),
  },
  { requiredKeys: ['what'] },
)
const anyForm = fc
  .array(
    fc.record({
      kind: fc.constantFrom('text', 'choice', 'yes_no', 'number' as const),
      required: fc.boolean(),
    }),
    {
      maxLength: 6,
    },
  )
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map(({ kind, required }, index) =>
        fc.option(fc.nat({ max: Math.max(0, index - 1) }), { nil: undefined }).map((earlier) =>
          field(`f${index}`, kind, {
            required,
            ...(kind === 'choice' && { options: options('a', 'b') }),
            ...(index > 0 && earlier !== undefined && { shownWhen: { fieldId: `f${earlier}`, equals: 'a' } }),
          }),
        ),
      ),
    ),
  )
const anyFormAnswers = fc.dictionary(
  fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'f5'),
  fc.oneof(fc.constantFrom('a', 'b', ''), fc.boolean(), fc.integer()),
)

describe('laws', () => {
  test('what is accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(sensibleAnswers, (answers) => {
        const first = check(answers)
        fc.pre(first.errors.length === 0)
        expect(check(first.answers)).toEqual(first)
      }),
      { numRuns: 2000 },
    )
  })

  test('a question that is not shown never stands in the way', () => {
    fc.assert(
      fc.property(anyForm, anyFormAnswers, (form, answers) => {
        const asked = Object.fromEntries(
          Object.entries(answers).filter(([id]) => form.some((one) => one.id === id)),
        )
        const checked = checkAnswers(form, asked, report)
        for (const { path } of checked.errors) {
          const { shownWhen } = form.find(({ id }) => `fields.${id}` === path) ?? {}
          if (shownWhen) expect(checked.answers[shownWhen.fieldId]).toBe(shownWhen.equals)
        }
      }),
    )
  })

  test('the order in which answers come does not matter', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse())
        expect(check(reversed)).toEqual(check(answers))
      }),
    )
  })
})
