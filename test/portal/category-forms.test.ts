import { describe, expect, test } from 'vitest'
import { answersIn, errorNames, inputName, pathTo, rulesFor } from '../../portal/lib/category-forms.ts'
import type { Category, Field } from '../../portal/lib/contract.ts'
import { fieldsOf } from '../../portal/lib/form.ts'

const field = (id: string, kind: Field['kind'], rest: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { en: id, de: id },
  required: false,
  options: [],
  ...rest,
})
const named = (id: string, rest: Partial<Category> = {}): Category => ({ id, name: id, ...rest })
const categories = [
  named('cat_network', { form: [field('where', 'choice'), field('remote', 'yes_no')] }),
  named('cat_vpn', {
    parentId: 'cat_network',
    form: [
      field('since', 'date'),
      field('jobs', 'number'),
      field('photo', 'file'),
      field('address', 'text', { shownWhen: { fieldId: 'remote', equals: true } }),
      field('site', 'text', { shownWhen: { fieldId: 'where', equals: 'office' } }),
    ],
  }),
  named('cat_other', { form: [field('since', 'date')] }),
]
const sent = (values: Record<string, string>) => fieldsOf(Object.entries(values))

describe('the questions of a category', () => {
  test('are those of the categories above it, and then its own', () => {
    expect(pathTo(categories, 'cat_vpn').map(({ id }) => id)).toEqual(['cat_network', 'cat_vpn'])
    expect(pathTo(categories, 'cat_gone')).toEqual([])
  })

  test('answer in the types of the API, without what belongs to another category or was left empty', () => {
    const form = sent({
      [inputName('cat_network', 'remote')]: 'no',
      [inputName('cat_vpn', 'jobs')]: '1,5',
      [inputName('cat_vpn', 'since')]: '2026-11-23',
      [inputName('cat_vpn', 'address')]: ' ',
      [inputName('cat_other', 'since')]: '2020-01-01',
    })
    expect(answersIn(form, categories, 'cat_vpn')).toEqual({ remote: false, jobs: 1.5, since: '2026-11-23' })
    expect(answersIn(form, categories, undefined)).toEqual({})
  })

  test('leave a number that is none to the API, which says so', () => {
    const form = sent({ [inputName('cat_vpn', 'jobs')]: 'many' })
    expect(answersIn(form, categories, 'cat_vpn')).toEqual({ jobs: 'many' })
  })

  test('show what the API refuses beside their own input', () => {
    expect(errorNames(categories, 'cat_vpn')['fields.since']).toBe('f.cat_vpn.since')
  })
})

describe('the style sheet', () => {
  const rules = rulesFor(categories)

  test('shows the questions of a category for it and for what is below it', () => {
    expect(rules).toContain(
      'form:not(:has(option[value="cat_network"]:checked,option[value="cat_vpn"]:checked)) [data-category="cat_network"]{display:none}',
    )
  })

  test('shows a question with the answer it depends on, whether that is a card or a line of a list', () => {
    expect(rules).toContain('[name="f.cat_network.remote"][value="yes"]:checked')
    expect(rules).toContain('[name="f.cat_network.where"] option[value="office"]:checked')
  })

  test('lets no id out of its quotes', () => {
    const evil = '"]{}</style><script>'
    expect(rulesFor([named(evil, { form: [field('a', 'text')] })])).not.toMatch(/<|"\]\{\}/)
  })
})
