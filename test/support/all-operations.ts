import { operations as alerts } from '../../functions/alerts/api.ts'
import { operations as announcements } from '../../functions/announcements/api.ts'
import { operations as bulk } from '../../functions/bulk/api.ts'
import { operations as contract } from '../../functions/contract/api.ts'
import { operations as desk } from '../../functions/desk/api.ts'
import { operations as escalation } from '../../functions/escalation/api.ts'
import { operations as incidents } from '../../functions/incidents/api.ts'
import { myNotificationsOperations } from '../../functions/notifications/api/my-notifications.ts'
import { testNotifications } from '../../functions/notifications/api/test-notifications.ts'
import { operations as oncall } from '../../functions/oncall/api.ts'
import { operations as people } from '../../functions/people/api.ts'
import { operations as routing } from '../../functions/routing/api.ts'
import type { Operation } from '../../functions/runtime/operation.ts'
import { operations as settings } from '../../functions/settings/api.ts'
import { operations as status } from '../../functions/status/api.ts'
import { operations as surveys } from '../../functions/surveys/api.ts'
import { operations as triage } from '../../functions/triage/api.ts'
import { operations as triggers } from '../../functions/triggers/api.ts'

/** As the API serves it, with a key of its own in place of the one in the account's secrets. */
const notifications = [...myNotificationsOperations(async () => 'k'.repeat(64)), testNotifications]

/** What every HTTP function of the product serves. */
export const operationsOfAllNouns: readonly Operation[] = [
  ...incidents,
  ...bulk,
  ...escalation,
  ...announcements,
  ...status,
  ...surveys,
  ...triage,
  ...triggers,
  ...people,
  ...notifications,
  ...desk,
  ...oncall,
  ...routing,
  ...settings,
  ...alerts,
  ...contract,
]
