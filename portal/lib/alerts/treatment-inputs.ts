import type { Input } from '../set-up/blueprint.ts'
import { type Context, optionsOf } from '../set-up/context.ts'
import { priorityOptions } from '../set-up/priorities.ts'
import type { Ui } from '../visit.ts'
import { severities } from './contract.ts'

/** What is done with alerts, as a source or a rule says it. */
export const treatmentInputs = (
  { t, locale }: Ui,
  { services, teams }: Pick<Context, 'services' | 'teams'>,
): Input[] => [
  {
    kind: 'select',
    path: 'treatment.serviceId',
    label: t('treatment.service'),
    none: t('treatment.serviceNone'),
    options: optionsOf(services, locale),
  },
  {
    kind: 'select',
    path: 'treatment.teamId',
    label: t('treatment.team'),
    none: t('treatment.teamNone'),
    options: optionsOf(teams, locale),
  },
  {
    kind: 'whole',
    path: 'treatment.priorities',
    label: t('treatment.priorities'),
    hint: t('treatment.prioritiesHint'),
    isLoose: true,
    inputs: severities.map((severity) => ({
      kind: 'select' as const,
      path: severity,
      label: t(`alerts.severity_${severity}`),
      none: t('treatment.usual'),
      options: priorityOptions,
    })),
  },
  {
    kind: 'lines',
    path: 'treatment.groupBy',
    label: t('treatment.groupBy'),
    hint: t('treatment.groupByHint'),
    none: 'nothing',
  },
  {
    kind: 'fold',
    path: 'treatment.waitSeconds',
    label: t('treatment.finer'),
    inputs: [
      {
        kind: 'number',
        path: 'treatment.waitSeconds',
        label: t('treatment.wait'),
        hint: t('treatment.waitHint'),
      },
      { kind: 'number', path: 'treatment.transientSeconds', label: t('treatment.transient') },
      {
        kind: 'number',
        path: 'treatment.windowMinutes',
        label: t('treatment.window'),
        hint: t('treatment.windowHint'),
      },
      {
        kind: 'select',
        path: 'treatment.opens',
        label: t('treatment.opens'),
        none: t('treatment.usual'),
        options: (['incident', 'nothing'] as const).map((one) => ({
          value: one,
          label: t(`treatment.opens_${one}`),
        })),
      },
      {
        kind: 'whole',
        path: 'treatment.flapping',
        label: t('treatment.flapping'),
        hint: t('treatment.flappingHint'),
        isLoose: true,
        inputs: [
          { kind: 'number', path: 'changes', label: t('treatment.changes') },
          { kind: 'number', path: 'minutes', label: t('treatment.minutes') },
        ],
      },
    ],
  },
]
