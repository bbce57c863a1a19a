import type { Step } from '../alert.ts'
import type { Treated } from '../treatment.ts'

/** Says where it goes and by whose word; nothing is without a way: what nobody routed enters the default team. */
export function checkRoute({ by, ruleId, teamId, serviceId, opens }: Treated): Step {
  const data = { teamId, ...(ruleId && { ruleId }), ...(serviceId && { serviceId }) }
  if (opens === 'nothing') return { stage: 'route', verdict: 'stops', code: 'logged_only', data }
  return { stage: 'route', verdict: 'passes', code: by, data }
}
