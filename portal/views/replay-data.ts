import type { RuleTrial } from '../lib/alerts/contract.ts'
import { Problem } from '../lib/problem.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import type { Visit } from '../lib/visit.ts'

/** The last week under a rule that is not saved. Refused, the rule lacks something, which the page says beside its fields. */
export async function replayOf(
  { api }: Visit,
  rule: Thing,
): Promise<{ replayed?: RuleTrial; problem?: Problem }> {
  try {
    return { replayed: (await api.tryAlertRules({ rule })).body }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 422].includes(error.status)) throw error
    return { problem: error }
  }
}
