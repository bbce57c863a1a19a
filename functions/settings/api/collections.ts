import { AlertRule } from '../../alerts/rule.ts'
import { Category, Service } from '../../catalog/catalog.ts'
import { strangersIn as peopleUnknownIn } from '../../escalation/known-people.ts'
import { Policy } from '../../escalation/policy.ts'
import { strangersIn } from '../../oncall/known-people.ts'
import { Schedule } from '../../oncall/schedule.ts'
import { Team } from '../../people/team.ts'
import { RoutingRule } from '../../routing/rule.ts'
import type { Caller } from '../../runtime/caller.ts'
import { Calendar } from '../../sla/calendar.ts'
import { SlaPolicy } from '../../sla/policy.ts'
import { collectionOperations } from '../collection.ts'
import { hasOpenIncidents } from '../open-incidents.ts'

/** Who is in a team is for those who work in one. */
const teamShown = (team: object, caller: Caller) => {
  if (caller.may('person.list')) return team
  const { id, name, level } = team as Team
  return { id, name, level }
}

/** The parts of the set-up that are lists, each alike. */
export const collections = [
  collectionOperations({
    path: 'services',
    part: 'services',
    noun: 'a service, what incidents can be about',
    prefix: 'svc',
    schema: Service,
    read: 'catalog.read',
    retires: true,
  }),
  collectionOperations({
    path: 'categories',
    part: 'categories',
    noun: 'a category with its form and guideline',
    prefix: 'cat',
    schema: Category,
    read: 'catalog.read',
    retires: true,
  }),
  collectionOperations({
    path: 'teams',
    part: 'teams',
    noun: 'a team',
    prefix: 'team',
    schema: Team,
    read: 'team.read',
    shown: teamShown,
    isAwaited: hasOpenIncidents,
  }),
  collectionOperations({
    path: 'calendars',
    part: 'calendars',
    noun: 'a calendar of working hours',
    prefix: 'cal',
    schema: Calendar,
    read: 'set_up.read',
  }),
  collectionOperations({
    path: 'sla-policies',
    part: 'slaPolicies',
    noun: 'a policy of response and resolution targets',
    prefix: 'sla',
    schema: SlaPolicy,
    read: 'set_up.read',
  }),
  collectionOperations({
    path: 'routing-rules',
    part: 'routingRules',
    noun: 'a rule that says which team an incident enters',
    prefix: 'rule',
    schema: RoutingRule,
    read: 'set_up.read',
  }),
  collectionOperations({
    path: 'schedules',
    part: 'schedules',
    noun: 'a schedule of who is on call when',
    prefix: 'sch',
    schema: Schedule,
    read: 'schedule.read',
    problemsIn: strangersIn,
  }),
  collectionOperations({
    path: 'escalation-policies',
    part: 'escalationPolicies',
    noun: 'a policy that says who is paged when nobody answers',
    prefix: 'pol',
    schema: Policy,
    read: 'escalation_policy.read',
    problemsIn: peopleUnknownIn,
  }),
  collectionOperations({
    path: 'alert-rules',
    part: 'alertRules',
    noun: 'a rule that says what is done with alerts',
    prefix: 'arl',
    schema: AlertRule,
    read: 'alert.read',
  }),
].flat()
