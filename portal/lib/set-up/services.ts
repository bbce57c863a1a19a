import { namesFor, optionsOf } from './context.ts'
import type { SetUp } from './sets.ts'

export const services: SetUp = {
  id: 'services',
  kind: 'collection',
  order: 'as_offered',
  says: ({ teamId, retired }, { t, locale }, { teams }) =>
    [namesFor(teamId, teams, locale), retired === true && t('setUp.retired')].filter(Boolean).join(' · '),
  inputs: ({ t, locale }, { teams, people, components }) => [
    { kind: 'both', path: 'name', label: t('setUp.name'), isRequired: true },
    { kind: 'both', path: 'hint', label: t('setUp.helpText') },
    {
      kind: 'select',
      path: 'teamId',
      label: t('setUp.entryTeam'),
      none: t('setUp.defaultTeam'),
      options: optionsOf(teams, locale),
    },
    { kind: 'several', path: 'ownerIds', label: t('setUp.owners'), options: optionsOf(people, locale) },
    {
      kind: 'several',
      path: 'componentIds',
      label: t('setUp.components'),
      hint: t('setUp.componentsHint'),
      options: optionsOf(components, locale),
    },
    { kind: 'check', path: 'retired', label: t('setUp.retire'), hint: t('setUp.retireHint') },
  ],
}
