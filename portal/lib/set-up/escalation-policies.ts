import type { Ui } from '../visit.ts'
import type { Input } from './blueprint.ts'
import { type Context, optionsOf } from './context.ts'
import { priorityOptions } from './priorities.ts'
import type { SetUp } from './sets.ts'
import { targetGroups } from './targets.ts'
import { shortWeekdays } from './weekdays.ts'

const condition = (ui: Ui, { calendars }: Context): Input => ({
  kind: 'fold',
  path: 'when',
  label: ui.t('policy.when'),
  hint: ui.t('policy.whenHint'),
  inputs: [
    {
      kind: 'whole',
      path: 'when.calendar',
      label: ui.t('policy.hours'),
      inputs: [
        {
          kind: 'select',
          path: 'id',
          label: ui.t('setUp.calendar'),
          none: ui.t('policy.anyHours'),
          options: optionsOf(calendars, ui.locale),
        },
        {
          kind: 'select',
          path: 'is',
          label: ui.t('policy.speaks'),
          options: [
            { value: 'open', label: ui.t('policy.open') },
            { value: 'closed', label: ui.t('policy.closed') },
          ],
        },
      ],
    },
    {
      kind: 'whole',
      path: 'when.weekdays',
      label: ui.t('policy.weekdays'),
      inputs: [
        { kind: 'zone', path: 'zone', label: ui.t('setUp.zone'), hint: ui.t('setUp.zoneHint') },
        {
          kind: 'several',
          path: 'days',
          label: ui.t('policy.days'),
          options: shortWeekdays(ui),
          layout: 'short',
        },
      ],
    },
  ],
})

const step = (ui: Ui, context: Context): Input[] => [
  {
    kind: 'number',
    path: 'delayMinutes',
    label: ui.t('policy.delay'),
  },
  {
    kind: 'select',
    path: 'unless',
    label: ui.t('policy.unless'),
    options: [
      { value: 'acknowledged', label: ui.t('policy.unlessAcknowledged') },
      { value: 'resolved', label: ui.t('policy.unlessResolved') },
    ],
  },
  {
    kind: 'picks',
    path: 'targets',
    label: ui.t('policy.targets'),
    groups: targetGroups(ui, context),
    none: ui.t('policy.addTarget'),
  },
  condition(ui, context),
]

export const escalationPolicies: SetUp = {
  id: 'escalation-policies',
  kind: 'collection',
  order: 'first_fits',
  blank: { steps: [{ delayMinutes: 5, targets: [] }] },
  isTried: true,
  says: ({ priorities, steps }, { t }) =>
    [
      Array.isArray(priorities) && priorities.length > 0 ? priorities.join(', ') : t('policy.noPriority'),
      t('policy.stepCount', { count: Array.isArray(steps) ? steps.length : 0 }),
    ].join(' · '),
  inputs: (ui, context) => [
    { kind: 'text', path: 'name', label: ui.t('setUp.name'), isRequired: true },
    {
      kind: 'several',
      path: 'priorities',
      label: ui.t('setUp.whenPriorities'),
      options: priorityOptions,
      layout: 'short',
    },
    {
      kind: 'rows',
      path: 'steps',
      label: ui.t('policy.steps'),
      hint: ui.t('policy.stepsHint'),
      add: ui.t('policy.addStep'),
      isOrdered: true,
      most: 20,
      titled: (place) => ui.t('policy.step', { place: String(place) }),
      inputs: step(ui, context),
    },
    { kind: 'number', path: 'repeats', label: ui.t('policy.repeats'), hint: ui.t('policy.repeatsHint') },
  ],
}
