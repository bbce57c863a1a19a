import * as z from 'zod/mini'
import { AlertRule } from '../alerts/rule.ts'
import { Source as AlertSource } from '../alerts/source.ts'
import { Category, Service } from '../catalog/catalog.ts'
import { Policy } from '../escalation/policy.ts'
import { defaultMoveMatrix, MoveMatrix } from '../incidents/move-matrix.ts'
import { defaultPriorityMatrix, PriorityMatrix, priorities } from '../incidents/priority.ts'
import { Schedule } from '../oncall/schedule.ts'
import { Team } from '../people/team.ts'
import { defaultNotifications, NotificationDefaults } from '../preferences/preferences.ts'
import { DefaultTrigger } from '../preferences/trigger.ts'
import { defaultLevelTimers, LevelTimers, RoutingRule } from '../routing/rule.ts'
import { Calendar } from '../sla/calendar.ts'
import { SlaPolicy } from '../sla/policy.ts'
import { Component } from '../status/component.ts'
import { TriageSettings } from '../triage/triage-settings.ts'

const Days = z.number().check(z.int(), z.minimum(1), z.maximum(365))

/** Resolving something this urgent wants a record that is at least this complete, in percent; 0 asks nothing. */
const Completeness = z.object({
  demandedPercent: z._default(z.number().check(z.int(), z.minimum(0), z.maximum(100)), 0),
  priorities: z._default(z.array(z.enum(priorities)), ['P1', 'P2']),
})

/** What an organisation has set up. Each part is one item, so that a change of one does not touch the others. */
export const Settings = z.object({
  organisationName: z.string(),
  defaultTeamId: z.string(),
  services: z.array(Service),
  categories: z.array(Category),
  teams: z.array(Team),
  components: z.array(Component),
  escalationPolicies: z.array(Policy),
  schedules: z._default(z.array(Schedule), []),
  notifications: z._default(NotificationDefaults, defaultNotifications),
  triggerDefaults: z._default(z.array(DefaultTrigger), []),
  priorityMatrix: z._default(PriorityMatrix, defaultPriorityMatrix),
  moveMatrix: z._default(MoveMatrix, defaultMoveMatrix),
  closing: z._default(z.object({ autoCloseDays: Days, reminderDays: Days }), {
    autoCloseDays: 7,
    reminderDays: 3,
  }),
  completeness: z._default(Completeness, { demandedPercent: 0, priorities: ['P1', 'P2'] }),
  calendars: z._default(z.array(Calendar), []),
  slaPolicies: z._default(z.array(SlaPolicy), []),
  routingRules: z._default(z.array(RoutingRule), []),
  levelTimers: z._default(LevelTimers, defaultLevelTimers),
  alertSources: z._default(z.array(AlertSource), []),
  alertRules: z._default(z.array(AlertRule), []),
  triage: z._default(TriageSettings, { mode: 'recommend', autoConfidence: 0.8, rules: [] }),
})
export type Settings = z.infer<typeof Settings>
