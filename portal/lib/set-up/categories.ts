import type { Ui } from '../visit.ts'
import type { Input } from './blueprint.ts'
import { namesFor, optionsOf } from './context.ts'
import type { SetUp } from './sets.ts'

const kinds = ['text', 'choice', 'number', 'date', 'yes_no', 'file'] as const
const checks = ['field', 'description', 'service', 'category'] as const

const question = ({ t }: Ui): Input[] => [
  { kind: 'text', path: 'id', label: t('setUp.fieldId'), hint: t('setUp.fieldIdHint') },
  {
    kind: 'select',
    path: 'kind',
    label: t('setUp.fieldKind'),
    options: kinds.map((kind) => ({ value: kind, label: t(`setUp.kind_${kind}`) })),
  },
  { kind: 'check', path: 'required', label: t('setUp.required') },
  { kind: 'both', path: 'label', label: t('setUp.question') },
  { kind: 'both', path: 'help', label: t('setUp.helpText') },
  { kind: 'both', path: 'example', label: t('setUp.exampleText') },
  {
    kind: 'rows',
    isOrdered: true,
    path: 'options',
    label: t('setUp.choices'),
    add: t('setUp.addChoice'),
    inputs: [
      { kind: 'text', path: 'id', label: t('setUp.fieldId') },
      { kind: 'both', path: 'label', label: t('setUp.name') },
    ],
  },
  {
    kind: 'whole',
    path: 'shownWhen',
    label: t('setUp.shownWhen'),
    hint: t('setUp.shownWhenHint'),
    inputs: [
      { kind: 'text', path: 'fieldId', label: t('setUp.fieldId') },
      { kind: 'value', path: 'equals', label: t('setUp.equals') },
    ],
  },
]

const criterion = ({ t }: Ui): Input[] => [
  { kind: 'text', path: 'id', label: t('setUp.fieldId') },
  { kind: 'both', path: 'label', label: t('setUp.criterion') },
  {
    kind: 'select',
    path: 'check.kind',
    label: t('setUp.checkKind'),
    options: checks.map((check) => ({ value: check, label: t(`setUp.check_${check}`) })),
  },
  { kind: 'text', path: 'check.fieldId', label: t('setUp.checkField') },
  { kind: 'number', path: 'check.atLeastCharacters', label: t('setUp.checkCharacters') },
  { kind: 'number', path: 'weight', label: t('setUp.weight') },
]

export const categories: SetUp = {
  id: 'categories',
  kind: 'collection',
  order: 'as_offered',
  says: ({ parentId, form, retired }, { t, locale }, context) =>
    [
      namesFor(parentId, context.categories, locale),
      t('setUp.questions', { count: Array.isArray(form) ? form.length : 0 }),
      retired === true && t('setUp.retired'),
    ]
      .filter(Boolean)
      .join(' · '),
  inputs: (ui, context) => [
    { kind: 'both', path: 'name', label: ui.t('setUp.name'), isRequired: true },
    {
      kind: 'select',
      path: 'parentId',
      label: ui.t('setUp.parent'),
      none: ui.t('setUp.noParent'),
      options: optionsOf(context.categories, ui.locale),
    },
    {
      kind: 'rows',
      isOrdered: true,
      foldedUnder: 'label',
      path: 'form',
      label: ui.t('setUp.form'),
      hint: ui.t('setUp.formHint'),
      add: ui.t('setUp.addQuestion'),
      inputs: question(ui),
    },
    {
      kind: 'rows',
      isOrdered: true,
      foldedUnder: 'label',
      path: 'guideline',
      label: ui.t('setUp.guideline'),
      hint: ui.t('setUp.guidelineHint'),
      add: ui.t('setUp.addCriterion'),
      inputs: criterion(ui),
    },
    { kind: 'check', path: 'retired', label: ui.t('setUp.retire'), hint: ui.t('setUp.retireHint') },
  ],
}
