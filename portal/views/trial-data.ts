import type { FormFields } from '../lib/form.ts'
import { Problem } from '../lib/problem.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { askedIn, caseOf } from '../lib/simulation.ts'
import type { Ui, Visit } from '../lib/visit.ts'
import type { Trial } from './simulation-panel.tsx'

type Tried = { trial: Trial; problem?: Problem }

/** What the draft would do. Refused, the draft lacks something, which the page says beside its fields. */
export async function tryOut(visit: Visit, { t }: Ui, policy: Thing, form: FormFields): Promise<Tried> {
  const asked = askedIn(form)
  const sample = caseOf(asked)
  if (!sample) return { trial: { asked, error: t('simulation.needWhen') } }
  try {
    const { body } = await visit.api.simulate({ ...sample.body, policy })
    const { acknowledgedAt } = sample.body
    return {
      trial: {
        asked,
        simulated: {
          simulation: body,
          asked,
          at: sample.at,
          ...(typeof acknowledgedAt === 'string' && { acknowledgedAt }),
          steps: Array.isArray(policy.steps) ? policy.steps.length : 0,
        },
      },
    }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 422].includes(error.status)) throw error
    return { trial: { asked }, problem: error }
  }
}
