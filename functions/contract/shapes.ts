import { Occurrence } from '../alerts/occurrence.ts'
import { Source } from '../alerts/source.ts'
import { AnnouncementAnswer } from '../announcements/answers.ts'
import { Category, Service } from '../catalog/catalog.ts'
import { Field } from '../catalog/form.ts'
import { Criterion } from '../catalog/guideline.ts'
import { Policy } from '../escalation/policy.ts'
import { IncidentAnswer } from '../incidents/answers.ts'
import { Answers } from '../incidents/fields.ts'
import { MoveMatrix } from '../incidents/move-matrix.ts'
import { PriorityMatrix } from '../incidents/priority.ts'
import { Team } from '../people/team.ts'
import { RoutingRule } from '../routing/rule.ts'
import { Text } from '../runtime/text.ts'
import { Settings } from '../settings/settings.ts'
import { Calendar } from '../sla/calendar.ts'
import { SlaPolicy, Target } from '../sla/policy.ts'
import { SurveyAnswer } from '../surveys/representation.ts'
import { TriageSettings } from '../triage/triage-settings.ts'
import type { Shapes } from './schema.ts'

/** What the contract holds once, under a name that people know it by. */
export const shapes: Shapes = {
  Incident: IncidentAnswer,
  Announcement: AnnouncementAnswer,
  Survey: SurveyAnswer,
  ...{ Settings, Service, Category, Field, Criterion, Team, Calendar, SlaPolicy, Target, RoutingRule },
  ...{ EscalationPolicy: Policy, MoveMatrix, PriorityMatrix, TriageSettings, Answers, Text },
  ...{ AlertSource: Source, AlertOccurrence: Occurrence },
  ...{ Hours: Calendar.shape.hours, LevelTimers: Settings.shape.levelTimers },
}
