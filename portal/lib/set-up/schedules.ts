import { today } from '../on-call/days.ts'
import type { Ui } from '../visit.ts'
import type { Input } from './blueprint.ts'
import { type Context, namesFor, optionsOf, textIn } from './context.ts'
import type { SetUp } from './sets.ts'
import { weekdayOptions } from './weekdays.ts'

const layer = (ui: Ui, { people }: Context): Input[] => [
  { kind: 'id', path: 'id', label: '', prefix: 'lay' },
  { kind: 'text', path: 'name', label: ui.t('setUp.name'), hint: ui.t('rota.layerNameHint') },
  { kind: 'zone', path: 'zone', label: ui.t('rota.ownZone'), hint: ui.t('rota.ownZoneHint') },
  {
    kind: 'picks',
    path: 'people',
    label: ui.t('rota.people'),
    hint: ui.t('rota.peopleHint'),
    none: ui.t('rota.addPerson'),
    spare: 2,
    groups: [
      {
        label: ui.t('rota.staff'),
        options: optionsOf(people, ui.locale).map(({ value, label }) => ({
          ...{ value, label },
          thing: { id: value, name: label },
        })),
      },
    ],
  },
  {
    kind: 'turn',
    path: 'rotation',
    label: ui.t('rota.turn'),
    usual: [
      { value: 'weeks', label: ui.t('rota.weekly') },
      { value: 'days', label: ui.t('rota.daily') },
      { value: 'hours', label: ui.t('rota.hourly') },
    ],
    custom: ui.t('rota.custom'),
    every: ui.t('rota.every'),
    unit: ui.t('rota.unit'),
    units: [
      { value: 'weeks', label: ui.t('rota.weeks') },
      { value: 'days', label: ui.t('rota.days') },
      { value: 'hours', label: ui.t('rota.hours') },
    ],
  },
  {
    kind: 'time',
    path: 'handoverAt',
    label: ui.t('rota.handoverAt'),
    hint: ui.t('rota.handoverHint'),
    begins: '09:00',
  },
  {
    kind: 'date',
    path: 'startsOn',
    label: ui.t('rota.startsOn'),
    hint: ui.t('rota.startsOnHint'),
    begins: today(ui.clock.now, ui.clock.zone),
  },
  { kind: 'date', path: 'endsOn', label: ui.t('rota.endsOn'), hint: ui.t('rota.endsOnHint') },
  {
    kind: 'rows',
    path: 'restrictions',
    label: ui.t('rota.restrictions'),
    hint: ui.t('rota.restrictionsHint'),
    add: ui.t('rota.addRestriction'),
    most: 14,
    inputs: [
      {
        ...{ kind: 'several', path: 'weekdays', none: 'all' },
        ...{ label: ui.t('rota.weekdays'), hint: ui.t('me.quietDaysHint'), options: weekdayOptions(ui) },
      },
      { kind: 'time', path: 'from', label: ui.t('setUp.from') },
      { kind: 'time', path: 'to', label: ui.t('setUp.to') },
    ],
  },
]

export const schedules: SetUp = {
  id: 'schedules',
  kind: 'collection',
  blank: { layers: [{}] },
  isPreviewed: true,
  says: (schedule, { t, locale }, { teams }) =>
    [
      namesFor(schedule.teamId, teams, locale),
      textIn(schedule, 'zone').replaceAll('_', ' '),
      t('rota.layerCount', { count: Array.isArray(schedule.layers) ? schedule.layers.length : 0 }),
    ]
      .filter(Boolean)
      .join(' · '),
  inputs: (ui, context) => [
    { kind: 'text', path: 'name', label: ui.t('setUp.name'), isRequired: true },
    {
      kind: 'zone',
      path: 'zone',
      label: ui.t('setUp.zone'),
      hint: ui.t('setUp.zoneHint'),
      isRequired: true,
      begins: ui.clock.zone,
    },
    {
      kind: 'select',
      path: 'teamId',
      label: ui.t('rota.team'),
      none: ui.t('rota.noTeam'),
      options: optionsOf(context.teams, ui.locale),
    },
    {
      kind: 'rows',
      path: 'layers',
      label: ui.t('rota.layers'),
      hint: ui.t('rota.layersHint'),
      add: ui.t('rota.addLayer'),
      isOrdered: true,
      most: 10,
      titled: (place) => ui.t('rota.layer', { place: String(place) }),
      inputs: layer(ui, context),
    },
  ],
}
