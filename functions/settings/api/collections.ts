import { AlertRule } from '../../alerts/rule.ts'
import { Source } from '../../alerts/source.ts'
import { Shown, sendingWith } from '../../alerts/source-address.ts'
import { Category, Service } from '../../catalog/catalog.ts'
import { strangersIn as peopleUnknownIn } from '../../escalation/known-people.ts'
import { Policy } from '../../escalation/policy.ts'
import { strangersIn } from '../../oncall/known-people.ts'
import { Schedule } from '../../oncall/schedule.ts'
import { Team } from '../../people/team.ts'
import { RoutingRule } from '../../routing/rule.ts'
import type { Caller } from '../../runtime/caller.ts'
import { setting } from '../../runtime/config.ts'
import type { Services } from '../../runtime/services.ts'
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

/** The first key of a source, in the transaction of the source; a key of another with its id ends at once. */
async function makeKey(
  item: object,
  { sourceKeys }: Services,
  { caller: { id, name }, now }: { caller: Caller; now: string },
) {
  const source = item as Source
  const { key, writes } = await sourceKeys.making(source, { now, by: { id, name }, overlapMinutes: 0 })
  const reach = { apiUrl: setting('API_URL'), mailDomain: setting('MAIL_DOMAIN') }
  return { writes, shown: sendingWith(key, source, reach) }
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
  collectionOperations({
    path: 'sources',
    part: 'alertSources',
    noun: 'a source of alerts; its key is shown once',
    prefix: 'src',
    schema: Source,
    read: 'source.read',
    retires: true,
    madeWith: { shows: Shown, make: makeKey },
  }),
].flat()
