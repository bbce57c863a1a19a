import type { Ui } from '../visit.ts'
import { alertRules } from './alert-rules.ts'
import type { Input, Thing } from './blueprint.ts'
import { calendars } from './calendars.ts'
import { categories } from './categories.ts'
import type { Context } from './context.ts'
import { escalationPolicies } from './escalation-policies.ts'
import { parts } from './parts.ts'
import { routingRules } from './routing-rules.ts'
import { schedules } from './schedules.ts'
import { services } from './services.ts'
import { slaPolicies } from './sla-policies.ts'
import { teams } from './teams.ts'
import { toldByDefault } from './told.ts'

/** What the set-up shows as a page: a list of things that are alike, or a single value. */
export type SetUp = {
  /** In the address of the page and, below `/v1`, of the API; a part stands below `/settings`. */
  id: string
  kind: 'collection' | 'part'
  /** Why the order is somebody's decision. */
  order?: 'first_fits' | 'as_offered'
  inputs: (ui: Ui, context: Context) => Input[]
  /** What a new one begins with. */
  blank?: Thing
  /** It can be simulated before it is saved. */
  isTried?: true
  /** It can be tried on the alerts of the last week before it is saved. */
  isReplayed?: true
  /** Its next weeks can be looked at before it is saved. */
  isPreviewed?: true
  /** What the API is sent of what the form says. */
  sent?: (thing: Thing) => Thing
  /** What a line of the list says beside the name. */
  says?: (thing: Thing, ui: Ui, context: Context) => string
}

export const sets: readonly SetUp[] = [
  services,
  categories,
  teams,
  routingRules,
  calendars,
  slaPolicies,
  schedules,
  escalationPolicies,
  alertRules,
  ...toldByDefault,
  ...parts,
]

export const setCalled = (id: string | undefined): SetUp | undefined => sets.find((set) => set.id === id)
