import { namesFor, optionsOf } from './context.ts'
import { priorityOptions } from './priorities.ts'
import type { SetUp } from './sets.ts'

export const routingRules: SetUp = {
  id: 'routing-rules',
  kind: 'collection',
  order: 'first_fits',
  says: ({ teamId }, { locale }, { teams }) => `→ ${namesFor(teamId, teams, locale)}`,
  inputs: ({ t, locale }, { services, categories, teams }) => [
    { kind: 'text', path: 'name', label: t('setUp.name'), isRequired: true },
    {
      kind: 'lines',
      path: 'when.words',
      label: t('setUp.whenWords'),
      hint: t('setUp.oneALine'),
    },
    {
      kind: 'several',
      path: 'when.serviceIds',
      label: t('setUp.whenServices'),
      options: optionsOf(services, locale),
    },
    {
      kind: 'several',
      path: 'when.categoryIds',
      label: t('setUp.whenCategories'),
      options: optionsOf(categories, locale),
    },
    { kind: 'several', path: 'when.priorities', label: t('setUp.whenPriorities'), options: priorityOptions },
    {
      kind: 'lines',
      path: 'when.organisationIds',
      label: t('setUp.whenOrganisations'),
      hint: t('setUp.oneALine'),
    },
    { kind: 'select', path: 'teamId', label: t('setUp.goesTo'), options: optionsOf(teams, locale) },
  ],
}
