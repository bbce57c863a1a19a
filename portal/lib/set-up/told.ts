import { channels, type DefaultTrigger, type Trigger } from '../notify-contract.ts'
import type { Ui } from '../visit.ts'
import type { Input } from './blueprint.ts'
import { type Context, optionsOf } from './context.ts'
import { priorityOptions } from './priorities.ts'
import type { SetUp } from './sets.ts'

/** All there is to choose, by what the product knows: what is forgotten here does not compile. */
const named = <Name extends string>(all: Record<Name, true>) => Object.keys(all) as Name[]

const triggerEvents = named<Trigger['on'][number]>({
  reported: true,
  acknowledged: true,
  assigned: true,
  moved: true,
  commented: true,
  resolved: true,
  reopened: true,
  escalated: true,
  sla_at_risk: true,
  sla_breached: true,
})
const relations = named<NonNullable<Trigger['where']['mine']>>({
  requester: true,
  assignee: true,
  team: true,
  watching: true,
})
const roles = named<DefaultTrigger['roles'][number]>({
  requester: true,
  agent: true,
  lead: true,
  incident_manager: true,
  administrator: true,
  auditor: true,
})

export const channelOptions = ({ t }: Ui) =>
  channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))

/** The ways in which somebody is reached, in their order. */
export const waysInput = (ui: Ui, path: string, urgency: 'urgent' | 'normal'): Input => ({
  kind: 'rows',
  path,
  label: ui.t(`rules.${urgency}`),
  add: ui.t('rules.addWay'),
  isOrdered: true,
  inputs: [
    { kind: 'select', path: 'channel', label: ui.t('rules.channel'), options: channelOptions(ui) },
    { kind: 'number', path: 'delayMinutes', label: ui.t('rules.delay'), begins: '0' },
  ],
})

type Offered = Pick<Context, 'services' | 'categories' | 'teams'>

/** What sets a trigger off and how it tells: asked of people and of administrators alike. */
export const triggerInputs = (ui: Ui, { services, categories, teams }: Offered): Input[] => [
  { kind: 'text', path: 'name', label: ui.t('setUp.name'), isRequired: true },
  {
    kind: 'several',
    path: 'on',
    label: ui.t('trigger.on'),
    options: triggerEvents.map((event) => ({ value: event, label: ui.t(`trigger.on_${event}`) })),
  },
  {
    kind: 'several',
    path: 'where.priorities',
    label: ui.t('trigger.priorities'),
    options: priorityOptions,
    none: 'nothing',
    layout: 'short',
  },
  {
    kind: 'select',
    path: 'where.mine',
    label: ui.t('trigger.mine'),
    none: ui.t('trigger.mine_any'),
    options: relations.map((relation) => ({ value: relation, label: ui.t(`trigger.mine_${relation}`) })),
  },
  {
    kind: 'fold',
    path: 'where',
    label: ui.t('trigger.more'),
    inputs: [
      ['where.teamIds', 'trigger.teams', teams] as const,
      ['where.serviceIds', 'trigger.services', services] as const,
      ['where.categoryIds', 'trigger.categories', categories] as const,
    ].map(([path, label, things]) => ({
      kind: 'several' as const,
      path,
      label: ui.t(label),
      options: optionsOf(things, ui.locale),
      none: 'nothing' as const,
    })),
  },
  { kind: 'select', path: 'channel', label: ui.t('trigger.channel'), options: channelOptions(ui) },
  { kind: 'check', path: 'digest', label: ui.t('trigger.digest'), hint: ui.t('trigger.digestHint') },
]

const notifications: SetUp = {
  id: 'notifications',
  kind: 'part',
  inputs: (ui) => [
    waysInput(ui, 'value.rules.urgent', 'urgent'),
    waysInput(ui, 'value.rules.normal', 'normal'),
    {
      kind: 'several',
      path: 'value.forced',
      label: ui.t('rules.forced'),
      hint: ui.t('rules.forcedHint'),
      options: channelOptions(ui),
    },
  ],
}

const triggerDefaults: SetUp = {
  id: 'triggerDefaults',
  kind: 'part',
  inputs: (ui, context) => [
    {
      kind: 'rows',
      path: 'value',
      label: ui.t('trigger.defaults'),
      hint: ui.t('trigger.defaultsHint'),
      add: ui.t('trigger.addDefault'),
      foldedUnder: 'name',
      inputs: [
        { kind: 'id', path: 'id', label: '', prefix: 'trg' },
        { kind: 'both', path: 'name', label: ui.t('setUp.name'), isRequired: true },
        ...triggerInputs(ui, context).filter(({ path }) => path !== 'name'),
        {
          kind: 'several',
          path: 'roles',
          label: ui.t('trigger.roles'),
          options: roles.map((role) => ({ value: role, label: ui.t(`trigger.role_${role}`) })),
        },
      ],
    },
  ],
}

/** How everybody is told who chose nothing else. */
export const toldByDefault: readonly SetUp[] = [notifications, triggerDefaults]
