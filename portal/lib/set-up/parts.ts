import type { Ui } from '../visit.ts'
import type { Input } from './blueprint.ts'
import { type Context, optionsOf } from './context.ts'
import { priorities, priorityOptions } from './priorities.ts'
import type { SetUp } from './sets.ts'

const degrees = ['high', 'medium', 'low'] as const
const movingRoles = ['requester', 'agent', 'lead', 'incident_manager', 'administrator'] as const
const moves = {
  new: ['in_progress', 'on_hold', 'resolved', 'canceled'],
  in_progress: ['on_hold', 'resolved', 'canceled'],
  on_hold: ['in_progress', 'resolved', 'canceled'],
  resolved: ['in_progress', 'closed'],
} as const
const moving = ['new', 'in_progress', 'on_hold', 'resolved'] as const
const modes = ['auto', 'recommend', 'monitor', 'off'] as const

/** A part is a single value; the page keeps it below `value`, so that a part may also be a text or a table. */
const part = (id: string, inputs: (ui: Ui, context: Context) => Input[]): SetUp => ({
  id,
  kind: 'part',
  inputs,
})

const priorityMatrix = part('priorityMatrix', ({ t }) =>
  degrees.flatMap((impact) =>
    degrees.map((urgency) => ({
      kind: 'select' as const,
      path: `value.${impact}.${urgency}`,
      label: t('setUp.cell', { impact: t(`degree.${impact}`), urgency: t(`degree.${urgency}`) }),
      options: priorityOptions,
    })),
  ),
)

const moveMatrix = part('moveMatrix', ({ t }) =>
  movingRoles.flatMap((role) =>
    moving.map((state) => ({
      kind: 'several' as const,
      path: `value.${role}.${state}`,
      label: t('setUp.movesOf', { role: t(`setUp.role_${role}`), state: t(`state.${state}`) }),
      options: moves[state].map((to) => ({ value: to, label: t(`state.${to}`) })),
    })),
  ),
)

const closing = part('closing', ({ t }) => [
  {
    kind: 'number',
    path: 'value.autoCloseDays',
    label: t('setUp.autoClose'),
    hint: t('setUp.autoCloseHint'),
  },
  { kind: 'number', path: 'value.reminderDays', label: t('setUp.reminder') },
])

const completeness = part('completeness', ({ t }) => [
  {
    kind: 'number',
    path: 'value.demandedPercent',
    label: t('setUp.demanded'),
    hint: t('setUp.demandedHint'),
  },
  { kind: 'several', path: 'value.priorities', label: t('setUp.demandedFor'), options: priorityOptions },
])

const levelTimers = part('levelTimers', ({ t }) =>
  (['L1', 'L2'] as const).map((level) => ({
    kind: 'whole' as const,
    path: `value.${level}`,
    label: level,
    hint: t('setUp.levelTimerHint'),
    isLoose: true as const,
    inputs: priorities.map((priority) => ({ kind: 'number' as const, path: priority, label: priority })),
  })),
)

const defaultTeam = part('defaultTeamId', ({ t, locale }, { teams }) => [
  {
    kind: 'select',
    path: 'value',
    label: t('setUp.entryTeam'),
    hint: t('setUp.defaultTeamHint'),
    options: optionsOf(teams, locale),
  },
])

const triage = part('triage', ({ t, locale }, { services, categories, teams }) => [
  {
    kind: 'select',
    path: 'value.mode',
    label: t('setUp.mode'),
    options: modes.map((mode) => ({ value: mode, label: t(`setUp.mode_${mode}`) })),
  },
  {
    kind: 'number',
    path: 'value.autoConfidence',
    label: t('setUp.confidence'),
    hint: t('setUp.confidenceHint'),
  },
  {
    kind: 'rows',
    isOrdered: true,
    foldedUnder: 'name',
    path: 'value.rules',
    label: t('setUp.triageRules'),
    hint: t('setUp.triageRulesHint'),
    add: t('setUp.addRule'),
    inputs: [
      { kind: 'text', path: 'id', label: t('setUp.fieldId') },
      { kind: 'text', path: 'name', label: t('setUp.name') },
      { kind: 'lines', path: 'when.words', label: t('setUp.whenWords'), hint: t('setUp.oneALine') },
      {
        kind: 'several',
        path: 'when.serviceIds',
        label: t('setUp.whenServices'),
        options: optionsOf(services, locale),
      },
      { kind: 'lines', path: 'when.senders', label: t('setUp.whenSenders'), hint: t('setUp.sendersHint') },
      {
        kind: 'select',
        path: 'suggest.categoryId',
        label: t('setUp.suggestCategory'),
        none: '–',
        options: optionsOf(categories, locale),
      },
      {
        kind: 'select',
        path: 'suggest.teamId',
        label: t('setUp.suggestTeam'),
        none: '–',
        options: optionsOf(teams, locale),
      },
      ...(['impact', 'urgency'] as const).map((name) => ({
        kind: 'select' as const,
        path: `suggest.${name}`,
        label: t(`setUp.${name}`),
        none: '–',
        options: degrees.map((degree) => ({ value: degree, label: t(`degree.${degree}`) })),
      })),
    ],
  },
])

export const parts: readonly SetUp[] = [
  priorityMatrix,
  moveMatrix,
  defaultTeam,
  levelTimers,
  closing,
  completeness,
  triage,
]
