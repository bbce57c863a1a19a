import { dueKeys } from '../runtime/due-keys.ts'
import { sha256 } from '../runtime/hash.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { type PagePlan, type PageWay, planDueAt, splitWays, withoutQuiet } from './page-plan.ts'

const keptFor = days(30)
const headKey = (id: string) => ({ pk: id, sk: '!head' })
const mostAtOnce = 100
const tries = 5
type NewPlan = Omit<PagePlan, 'id' | 'generation'>
/** Whose page it is: a person has one plan for each step. */
type Place = Pick<PagePlan, 'incidentId' | 'occasion' | 'personId'>

/** The ways of pages that are due later: one item for each person and step, woken like everything that has timers. */
export const openPagePlans = (table: Table) => ({
  /** Keeps a plan, once however often the step's event comes; its clock starts from the plan's own event. */
  async add(plan: NewPlan, now: Instant): Promise<void> {
    const kept: PagePlan = { ...plan, id: idOf(plan), generation: 1 }
    await table.transact([
      table.putting(itemOf(kept, now), { ConditionExpression: 'attribute_not_exists(pk)' }),
      eventOf(table, kept, { type: 'plan.made', at: now }),
    ])
  },

  async read(id: string): Promise<PagePlan | undefined> {
    const item = await table.get(headKey(id))
    return item?.plan as PagePlan | undefined
  },

  /** Hands what is due by now to the lane of pages, by an event, and waits for the rest. Quiet when nothing is due. */
  async wake(id: string, now: Instant): Promise<void> {
    const plan = (await table.get(headKey(id)))?.plan as PagePlan | undefined
    // Whoever was faster has handed the same over.
    if (plan) await handOver(table, plan, plan.ways, now)
  },

  /**
   * Hands over what waits for the end of quiet hours, of those of these plans that there are.
   * @throws Error when others change a plan all the time: the message comes again.
   */
  async endQuiet(places: readonly Place[], now: Instant): Promise<void> {
    for (let start = 0; start < places.length; start += mostAtOnce) {
      const ids = places.slice(start, start + mostAtOnce).map(idOf)
      const plans = (await table.getMany(ids.map(headKey))).map(({ plan }) => plan as PagePlan)
      await Promise.all(plans.filter(isQuiet).map(({ id }) => endQuietOf(table, id, now)))
    }
  },
})
export type PagePlans = ReturnType<typeof openPagePlans>

const isQuiet = ({ ways }: PagePlan) => ways.some(({ because }) => because === 'quiet_hours')

async function endQuietOf(table: Table, id: string, now: Instant): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const plan = (await table.get(headKey(id)))?.plan as PagePlan | undefined
    if (!plan || !isQuiet(plan)) return
    if (await handOver(table, plan, withoutQuiet(plan.ways, now), now)) return
  }
  throw new Error(`Others change ${id} all the time; it is tried again.`)
}

/** @returns whether nobody else had changed the plan meanwhile. */
async function handOver(
  table: Table,
  plan: PagePlan,
  ways: readonly PageWay[],
  now: Instant,
): Promise<boolean> {
  const { due, later } = splitWays(ways, now)
  if (due.length === 0) return true
  const rest: PagePlan = { ...plan, ways: later, generation: plan.generation + 1 }
  const collisions = await table.transact([
    table.putting(itemOf(rest, now), {
      ConditionExpression: 'generation = :generation',
      ExpressionAttributeValues: { ':generation': plan.generation },
    }),
    eventOf(table, rest, { type: 'plan.due', at: now, ways: due }),
  ])
  return collisions.length === 0
}

const idOf = ({ incidentId, occasion, personId }: Place) =>
  `pln_${sha256(`${incidentId} ${occasion} ${personId}`).slice(0, 26)}`

const lasting = (now: Instant) => ({ expiresAtEpoch: epochSeconds(after(now, keptFor)) })

function itemOf(plan: PagePlan, now: Instant): Item {
  const dueAt = planDueAt(plan)
  return {
    ...headKey(plan.id),
    ...{ id: plan.id, generation: plan.generation, plan },
    ...(dueAt && dueKeys(plan.id, { kind: 'plan', dueAt })),
    ...lasting(now),
  }
}

function eventOf(
  table: Table,
  plan: PagePlan,
  { type, at, ways }: { type: `plan.${string}`; at: Instant; ways?: PageWay[] },
): Write {
  const { id, generation, incidentId, occasion, personId, total } = plan
  const dueAt = planDueAt(plan)
  return table.putting({
    ...{ pk: id, sk: `E#${String(generation).padStart(6, '0')}` },
    ...{ type, at, by: { kind: 'system' } },
    ...(ways && { after: { incidentId, occasion, personId, total, ways } }),
    ...(dueAt && { wake: { generation, kind: 'plan', dueAt } }),
    ...lasting(at),
  })
}
