import { type PlanFor, type Planned, planFor } from '../preferences/plan.ts'
import { earliest, type Instant } from '../runtime/instant.ts'

/** One way of a page, under a name of its own: the same channel may come again later. */
export type PageWay = Planned & { matter: string }

/** What is left of one person's page to be sent later: the ways, and in how many ways they are told in all. */
export type PagePlan = {
  id: string
  generation: number
  incidentId: string
  /** The step's event, as claims name it. */
  occasion: string
  personId: string
  ways: PageWay[]
  total: number
}

/** How one person is told of a step, by what was true when it was sent. */
export function pageWays(step: number, asked: PlanFor): PageWay[] {
  const planned = planFor(asked)
  return planned.map((way, index) => {
    const before = planned.slice(0, index).filter(({ channel }) => channel === way.channel).length
    return { ...way, matter: before === 0 ? `step-${step}` : `step-${step}-again-${before}` }
  })
}

/** What of them leaves with the step, and what waits. The same however late the step is worked. */
export const splitWays = (ways: readonly PageWay[], at: Instant) => ({
  due: ways.filter((way) => way.at <= at),
  later: ways.filter((way) => way.at > at),
})

/** What waits for the end of quiet hours is due at once. */
export const withoutQuiet = (ways: readonly PageWay[], now: Instant): PageWay[] =>
  ways.map((way) => (way.because === 'quiet_hours' && way.at > now ? { ...way, at: now } : way))

export const planDueAt = ({ ways }: Pick<PagePlan, 'ways'>): Instant | undefined =>
  earliest(ways.map(({ at }) => at))
