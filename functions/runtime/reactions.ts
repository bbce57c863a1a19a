import { followIncident as followWithAlerts } from '../alerts/touch-store.ts'
import { followIncident as followWithCompleteness, viewCompleteness } from '../catalog/follow.ts'
import { followIncident as followWithEscalation } from '../escalation/escalation.ts'
import { viewPaging } from '../escalation/next-page.ts'
import { wakeEscalation } from '../escalation/wake.ts'
import type { Follower, View } from '../incidents/change.ts'
import { followIncident as followWithClosing, wakeClose, wakeCloseReminder } from '../incidents/closing.ts'
import { followIncident as followWithKnown } from '../incidents/known-store.ts'
import { type Wake, wakeHold } from '../incidents/wake.ts'
import { followIncident as followWithWatching } from '../incidents/watch-store.ts'
import type { Override } from '../oncall/override.ts'
import { followIncident as followWithLevel, viewLevel, wakeLevel } from '../routing/level.ts'
import type { Settings } from '../settings/settings.ts'
import { viewClocks } from '../sla/readings.ts'
import { followIncident as followWithSla, wakeSla } from '../sla/sla.ts'
import { followIncident as followWithSurvey, wakeSurvey } from '../surveys/survey.ts'
import { viewTriage } from '../triage/view.ts'

/** What other nouns keep in step with an incident, in the order in which they see its changes. */
export const followers: readonly Follower<Settings>[] = [
  followWithCompleteness,
  followWithClosing,
  followWithLevel,
  followWithEscalation,
  followWithSla,
  followWithSurvey,
  followWithWatching,
  followWithKnown,
  followWithAlerts,
]

/** The set-up, and who stands in for whom. */
export type SettingsWithOverrides = Settings & { overrides: readonly Override[] }

/** What happens to an incident by itself, by the name of its timer. */
export const wakes: Readonly<Record<string, Wake<SettingsWithOverrides>>> = {
  hold: wakeHold,
  close: wakeClose,
  close_reminder: wakeCloseReminder,
  escalation: wakeEscalation,
  resume: wakeEscalation,
  level: wakeLevel,
  sla: wakeSla,
  survey: wakeSurvey,
}

/** What other nouns say of an incident when it is read. */
export const views: readonly View<Settings>[] = [
  viewClocks,
  viewCompleteness,
  viewLevel,
  viewPaging,
  viewTriage,
]
