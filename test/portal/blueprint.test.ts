import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../portal/lib/form.ts'
import { at, type Input, moved, pickOf, readThing, rearranged } from '../../portal/lib/set-up/blueprint.ts'

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

describe('days of which none is chosen', () => {
  const days = (none: 'nothing' | 'all'): Input => ({
    ...{ kind: 'several', path: 'days', label: '', none },
    options: ['sat', 'sun'].map((value) => ({ value, label: value })),
  })
  const whole = (none: 'nothing' | 'all'): Input => ({
    ...{ kind: 'whole', path: 'quiet', label: '', isLoose: true },
    inputs: [{ kind: 'time', path: 'from', label: '' }, days(none)],
  })
  const row: Input = {
    ...{ kind: 'rows', path: 'times', label: '', add: '' },
    inputs: [{ kind: 'time', path: 'from', label: '' }, days('all')],
  }
  const readAs = (input: Input, values: Record<string, string>) =>
    readThing([input], fieldsOf(Object.entries(values)))

  test('are left out, or are all, where the rest is answered', () => {
    expect(readAs(whole('nothing'), { 'quiet.from': '22:00' })).toEqual({ quiet: { from: '22:00' } })
    expect(readAs(whole('all'), { 'quiet.from': '22:00' })).toEqual({
      quiet: { from: '22:00', days: ['sat', 'sun'] },
    })
    expect(readAs(row, { 'times.order': '0', 'times.0.from': '08:00' })).toEqual({
      times: [{ from: '08:00', days: ['sat', 'sun'] }],
    })
  })

  test('make no answer of a form that was left empty', () => {
    expect(readAs(whole('all'), {})).toEqual({})
    expect(readAs(row, { 'times.order': '0' })).toEqual({ times: [] })
  })
})

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

describe('a list that is picked', () => {
  const groups = [
    { label: '', options: [{ value: 'team:l1', label: '', thing: { kind: 'team', id: 'l1' } }] },
    { label: '', options: [{ value: 'manager', label: '', thing: { kind: 'manager' } }] },
  ]
  const steps: Input[] = [
    {
      kind: 'rows',
      path: 'steps',
      label: '',
      add: '',
      inputs: [
        { kind: 'id', path: 'id', label: '', prefix: 'stp' },
        { kind: 'number', path: 'delayMinutes', label: '' },
        { kind: 'picks', path: 'targets', label: '', groups, none: '' },
        {
          kind: 'fold',
          path: 'when',
          label: '',
          inputs: [
            {
              kind: 'whole',
              path: 'when.weekdays',
              label: '',
              inputs: [
                { kind: 'text', path: 'zone', label: '' },
                { kind: 'several', path: 'days', label: '', options: [{ value: 'sun', label: '' }] },
              ],
            },
          ],
        },
      ],
    },
  ]
  const readSteps = (values: Record<string, string>) =>
    readThing(steps, fieldsOf(Object.entries({ 'steps.order': '0', ...values }))).steps

  test('holds the objects of what was picked, without the places left empty', () => {
    expect(
      readSteps({
        'steps.0.id': 'stp_1',
        'steps.0.delayMinutes': '5',
        'steps.0.targets.0': 'manager',
        'steps.0.targets.1': '',
        'steps.0.targets.2': 'team:l1',
        'steps.0.when.weekdays.zone': 'Europe/Berlin',
        'steps.0.when.weekdays.days.sun': 'on',
      }),
    ).toEqual([
      {
        id: 'stp_1',
        delayMinutes: 5,
        targets: [{ kind: 'manager' }, { kind: 'team', id: 'l1' }],
        when: { weekdays: { zone: 'Europe/Berlin', days: ['sun'] } },
      },
    ])
    expect(pickOf(groups, { kind: 'team', id: 'l1' })).toBe('team:l1')
    expect(pickOf(groups, { kind: 'team', id: 'gone' })).toBe('')
  })

  test('has no condition of which half is answered, and no row that only has a name for machines', () => {
    expect(readSteps({ 'steps.0.delayMinutes': '5', 'steps.0.when.weekdays.zone': 'UTC' })).toEqual([
      { id: expect.stringMatching(/^stp_/), delayMinutes: 5, targets: [] },
    ])
    expect(readSteps({})).toEqual([])
  })
})
