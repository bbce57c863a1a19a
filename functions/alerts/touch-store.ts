import type { Follower } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Item } from '../runtime/table.ts'
import { type AlertSlice, alertsOf, withAlerts } from './slice.ts'

/**
 * Remembers that a person has touched it: it is theirs from then on. Its end is news for the group of its alerts, told
 * beside it, so that incidents without alerts cost nothing.
 */
export const followIncident: Follower<unknown> = (change, { now }) => {
  const { before, after: incident, events } = change
  const alerts = alertsOf(incident)
  if (!alerts) return change
  const isTouched = alerts.touched || events.some(({ by }) => by.kind === 'person')
  const hasEnded = before !== undefined && isOpen(before.state) && !isOpen(incident.state)
  return {
    ...change,
    ...(isTouched && { after: withAlerts(incident, { ...alerts, touched: true }) }),
    ...(hasEnded && { beside: [...(change.beside ?? []), { put: endOf(incident, alerts, now) }] }),
  }
}

const endOf = ({ id, version }: Incident, { groupId }: AlertSlice, now: Instant): Item => ({
  pk: groupId,
  sk: `E#${id}#${version}`,
  ...{ type: 'group.ended', at: now, groupId, incidentId: id },
  expiresAtEpoch: epochSeconds(after(now, days(7))),
})
