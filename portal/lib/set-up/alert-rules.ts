import { matchersIn, matchersInput } from '../alerts/matchers-form.ts'
import { treatmentInputs } from '../alerts/treatment-inputs.ts'
import { namesFor } from './context.ts'
import type { SetUp } from './sets.ts'

const kinds = ['route', 'inhibit'] as const

export const alertRules: SetUp = {
  id: 'alert-rules',
  kind: 'collection',
  order: 'first_fits',
  blank: { kind: 'route', when: [{}], cause: [{}], symptom: [{}] },
  isReplayed: true,
  says: ({ kind, treatment }, { t, locale }, { teams, services }) => {
    if (kind === 'inhibit') return t('alertRules.says_inhibit')
    const { teamId, serviceId } = (treatment ?? {}) as { teamId?: string; serviceId?: string }
    const to = namesFor(teamId, teams, locale) || namesFor(serviceId, services, locale)
    return to ? `→ ${to}` : t('alertRules.says_route')
  },
  sent: ({ kind, when, treatment, cause, symptom, equal, ...rest }) =>
    kind === 'inhibit'
      ? { ...rest, kind, cause: matchersIn(cause), symptom: matchersIn(symptom), equal: equal ?? [] }
      : { ...rest, kind: 'route', when: matchersIn(when), treatment: treatment ?? {} },
  inputs: (ui, context) => {
    const { t } = ui
    return [
      { kind: 'text', path: 'name', label: t('setUp.name'), isRequired: true },
      {
        kind: 'select',
        path: 'kind',
        label: t('alertRules.kind'),
        options: kinds.map((kind) => ({ value: kind, label: t(`alertRules.kind_${kind}`) })),
      },
      {
        kind: 'fold',
        path: 'when',
        label: '',
        shownFor: 'route',
        inputs: [
          matchersInput(ui, {
            path: 'when',
            label: t('alertRules.when'),
            hint: t('alertRules.whenHint'),
          }),
          ...treatmentInputs(ui, context),
        ],
      },
      {
        kind: 'fold',
        path: 'cause',
        label: '',
        shownFor: 'inhibit',
        inputs: [
          matchersInput(ui, { path: 'cause', label: t('alertRules.cause') }),
          matchersInput(ui, { path: 'symptom', label: t('alertRules.symptom') }),
          {
            kind: 'lines',
            path: 'equal',
            label: t('alertRules.equal'),
            hint: t('alertRules.equalHint'),
          },
        ],
      },
    ]
  },
}
