import { namesFor, optionsOf } from './context.ts'
import { priorities } from './priorities.ts'
import type { SetUp } from './sets.ts'

const holdReasons = ['awaiting_requester', 'awaiting_vendor', 'awaiting_change', 'awaiting_problem'] as const

export const slaPolicies: SetUp = {
  id: 'sla-policies',
  kind: 'collection',
  order: 'first_fits',
  says: ({ serviceIds }, { t, locale }, { services }) =>
    namesFor(serviceIds, services, locale) || t('setUp.everyService'),
  inputs: ({ t, locale }, { services, calendars }) => [
    { kind: 'text', path: 'name', label: t('setUp.name'), isRequired: true },
    {
      kind: 'several',
      path: 'serviceIds',
      label: t('setUp.whenServices'),
      hint: t('setUp.noneIsAll'),
      options: optionsOf(services, locale),
    },
    {
      kind: 'lines',
      path: 'organisationIds',
      label: t('setUp.whenOrganisations'),
      hint: t('setUp.oneALine'),
    },
    ...priorities.map((priority) => ({
      kind: 'whole' as const,
      path: `targets.${priority}`,
      label: priority,
      inputs: [
        { kind: 'number' as const, path: 'responseMinutes', label: t('setUp.responseMinutes') },
        { kind: 'number' as const, path: 'resolutionMinutes', label: t('setUp.resolutionMinutes') },
        {
          kind: 'select' as const,
          path: 'calendarId',
          label: t('setUp.calendar'),
          options: optionsOf(calendars, locale),
        },
      ],
    })),
    {
      kind: 'several',
      path: 'pausesOn',
      label: t('setUp.pausesOn'),
      options: holdReasons.map((reason) => ({ value: reason, label: t(`holdReason.${reason}`) })),
    },
    { kind: 'numbers', path: 'warnAtPercent', label: t('setUp.warnAt'), hint: t('setUp.warnAtHint') },
  ],
}
