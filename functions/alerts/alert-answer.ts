import type * as z from 'zod/mini'
import type { Alert, Step } from './alert.ts'
import type { AlertAnswer } from './answers.ts'
import type { Alerts } from './store.ts'

/** An alert as it is answered, with the incident that came of it since. */
export async function alertAnswer(
  id: string,
  alert: Alert,
  { incidentOf }: Pick<Alerts, 'incidentOf'>,
): Promise<z.infer<typeof AlertAnswer>> {
  const { version, inhibits, grouped, wasGrouped, group, ruleId, saidAt, receivedAt, fingerprint, ...shown } =
    alert
  const last = grouped ?? wasGrouped
  const incidentId = last && (await incidentOf(last))
  const way = incidentId ? opened(alert.way, incidentId) : [...alert.way]
  return { id, ...shown, changes: [...alert.changes], way, ...(incidentId && { incidentId }) }
}

/** What waited when it was decided on has opened its incident since. */
function opened(way: readonly Step[], incidentId: string): Step[] {
  const place = way.findLastIndex(({ code }) => code === 'waits')
  const step: Step = { stage: 'group', verdict: 'passes', code: 'opened_incident', data: { incidentId } }
  return place < 0 ? [...way] : [...way.slice(0, place + 1), step, ...way.slice(place + 1)]
}
