import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../portal/lib/form.ts'
import { at, type Input, moved, readThing, rearranged } from '../../portal/lib/set-up/blueprint.ts'

const inputs: Input[] = [
  { kind: 'both', path: 'name', label: '' },
  { kind: 'select', path: 'teamId', label: '', options: [] },
  {
    kind: 'several',
    path: 'when.priorities',
    label: '',
    options: ['P1', 'P2'].map((value) => ({ value, label: value })),
  },
  { kind: 'lines', path: 'when.words', label: '' },
  { kind: 'check', path: 'retired', label: '' },
  {
    kind: 'rows',
    path: 'form',
    label: '',
    add: '',
    inputs: [
      { kind: 'text', path: 'id', label: '' },
      { kind: 'check', path: 'required', label: '' },
      {
        kind: 'whole',
        path: 'shownWhen',
        label: '',
        inputs: [
          { kind: 'text', path: 'fieldId', label: '' },
          { kind: 'value', path: 'equals', label: '' },
        ],
      },
    ],
  },
]
const read = (values: Record<string, string>) => readThing(inputs, fieldsOf(Object.entries(values)))

describe('a form of the set-up', () => {
  test('becomes the document of the API, without what was left empty', () => {
    expect(
      read({
        'name.en': 'Network',
        'when.priorities.P2': 'on',
        'when.words': ' vpn \r\n\r\n wlan',
        'form.order': '1,0,2',
        'form.0.id': 'first',
        'form.0.required': 'on',
        'form.1.id': 'second',
        'form.1.shownWhen.fieldId': 'first',
        'form.1.shownWhen.equals': 'yes',
        'form.2.id': '',
      }),
    ).toEqual({
      name: { en: 'Network', de: 'Network' },
      when: { priorities: ['P2'], words: ['vpn', 'wlan'] },
      retired: false,
      form: [
        { id: 'second', required: false, shownWhen: { fieldId: 'first', equals: true } },
        { id: 'first', required: true },
      ],
    })
  })

  test('leaves out a row that is to go, and half of a condition', () => {
    const { form } = read({
      'form.order': '0,1',
      'form.0.id': 'gone',
      'form.0.remove': 'on',
      'form.1.id': 'kept',
      'form.1.shownWhen.fieldId': 'gone',
    })
    expect(form).toEqual([{ id: 'kept', required: false }])
  })

  test('moves a row by its buttons, and not over the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
    const { thing } = rearranged({ hours: { mon: [1, 2] } }, 'down:hours.mon.0')
    expect(at(thing, 'hours.mon')).toEqual([2, 1])
    expect(rearranged({}, 'add:form').extra).toBe('form')
  })
})
