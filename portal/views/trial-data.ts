import type { FormFields } from '../lib/form.ts'
import { Problem } from '../lib/problem.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { askedIn, caseOf } from '../lib/simulation.ts'
import type { Ui, Visit } from '../lib/visit.ts'
import type { Trial } from './simulation-panel.tsx'

type Tried = { trial: Trial; problem?: Problem }

/** What the draft would do. Refused, the draft lacks something, which the page says beside its fields. */
export async function tryOut(
  visit: Visit,
  { t, clock }: Ui,
  policy: Thing,
  form: FormFields,
): Promise<Tried> {
  const asked = askedIn(form)
  const { sample, lacks } = caseOf(asked)
  const errors = lacks && {
    date: lacks.date && t(`simulation.${lacks.date}`),
    acknowledged: lacks.acknowledged && t(`simulation.${lacks.acknowledged}`),
  }
  try {
    if (!sample) {
      // Asked at any instant, so that what the draft itself lacks is told together with what its case does.
      await visit.api.simulate({ priority: asked.priority, at: clock.now.toISOString(), policy })
      return { trial: { asked, errors } }
    }
    const { body: sent, but, ...moments } = sample
    const { body } = await visit.api.simulate({ ...sent, policy })
    return {
      trial: {
        asked,
        simulated: {
          simulation: body,
          asked,
          ...moments,
          note: but && t(`simulation.but_${but}`, { time: asked.time }),
          steps: Array.isArray(policy.steps) ? policy.steps.length : 0,
          isCovered: Array.isArray(policy.priorities) && policy.priorities.includes(asked.priority),
        },
      },
    }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 422].includes(error.status)) throw error
    return { trial: { asked, errors }, problem: error }
  }
}
