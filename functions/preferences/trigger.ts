import * as z from 'zod/mini'
import { priorities } from '../incidents/priority.ts'
import { roles } from '../runtime/roles.ts'
import type { Language } from '../runtime/text.ts'
import { Channel } from './preferences.ts'

/** What can set a trigger off. */
export const triggerEvents = [
  'reported',
  'acknowledged',
  'assigned',
  'moved',
  'commented',
  'resolved',
  'reopened',
  'escalated',
  'sla_at_risk',
  'sla_breached',
] as const
export type TriggerEvent = (typeof triggerEvents)[number]

const Filter = z.object({
  priorities: z.optional(z.array(z.enum(priorities)).check(z.minLength(1))),
  teamIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(20))),
  serviceIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(20))),
  categoryIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(20))),
  /** How the incident must concern the person: reported, assigned, of a team of theirs, or watched by them. */
  mine: z.optional(z.enum(['requester', 'assignee', 'team', 'watching'])),
})

const Name = z.string().check(z.minLength(1), z.maxLength(120))

const Common = {
  id: z.string(),
  name: Name,
  on: z.array(z.enum(triggerEvents)).check(z.minLength(1)),
  where: z._default(Filter, {}),
  channel: Channel,
  /** Waits for the person's digest instead of coming at once. */
  digest: z._default(z.boolean(), false),
}

/** Somebody's own wish to be told of something: a saved filter and a channel. */
export const Trigger = z.object(Common)
export type Trigger = z.infer<typeof Trigger>

/** What everybody with one of the roles is told, unless they turn it off. */
export const DefaultTrigger = z.object({
  ...Common,
  /** In every language, or as it is for all of them. */
  name: z.union([Name, z.object({ en: Name, de: Name })]),
  roles: z.array(z.enum(roles)).check(z.minLength(1)),
})
export type DefaultTrigger = z.infer<typeof DefaultTrigger>

export const nameIn = ({ name }: Pick<DefaultTrigger, 'name'>, language: Language): string =>
  typeof name === 'string' ? name : name[language]
