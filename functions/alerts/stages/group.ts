import type { Instant } from '../../runtime/instant.ts'
import type { Alert, Step } from '../alert.ts'
import { formed, type Group, groupId, joined, takesMore } from '../group.ts'
import type { Treated } from '../treatment.ts'

/** Puts an alert into the group of its problem, which is made if there is none. */
export function enterGroup(
  alert: Alert,
  treated: Treated,
  current: Group | undefined,
  now: Instant,
): { group: Group; steps: Step[] } {
  if (!takesMore(current)) {
    const group = formed(alert, treated, current, now)
    return {
      group,
      steps: [
        { stage: 'group', verdict: 'passes', code: 'opens_group', data: { groupId: groupId(group) } },
        { stage: 'transient', verdict: 'waits', code: 'waits', data: { until: group.dueAt ?? now } },
      ],
    }
  }
  const group = joined(current, treated, alert, now)
  const { incidentId } = group
  return {
    group,
    steps: incidentId
      ? [{ stage: 'group', verdict: 'passes', code: 'joins_incident', data: { incidentId } }]
      : [
          { stage: 'group', verdict: 'passes', code: 'joins_group', data: { groupId: groupId(group) } },
          { stage: 'transient', verdict: 'waits', code: 'waits', data: { until: group.dueAt ?? now } },
        ],
  }
}
