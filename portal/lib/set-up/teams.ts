import { optionsOf, textIn } from './context.ts'
import type { SetUp } from './sets.ts'

const levels = ['L1', 'L2', 'L3'].map((level) => ({ value: level, label: level }))

export const teams: SetUp = {
  id: 'teams',
  kind: 'collection',
  says: (team, { t }) =>
    [
      textIn(team, 'level'),
      t('setUp.memberCount', { count: Array.isArray(team.members) ? team.members.length : 0 }),
    ].join(' · '),
  inputs: ({ t, locale }, context) => [
    { kind: 'text', path: 'name', label: t('setUp.name'), isRequired: true },
    { kind: 'select', path: 'level', label: t('setUp.level'), options: levels },
    {
      kind: 'people',
      path: 'members',
      label: t('setUp.members'),
      options: optionsOf(context.people, locale),
    },
    { kind: 'several', path: 'leadIds', label: t('setUp.leads'), options: optionsOf(context.people, locale) },
    { kind: 'lines', path: 'skills', label: t('setUp.skills'), hint: t('setUp.oneALine') },
    {
      kind: 'select',
      path: 'escalatesTo',
      label: t('setUp.escalatesTo'),
      hint: t('setUp.escalatesToHint'),
      none: t('setUp.nowhere'),
      options: optionsOf(context.teams, locale),
    },
    { kind: 'check', path: 'onDemand', label: t('setUp.onDemand'), hint: t('setUp.onDemandHint') },
  ],
}
