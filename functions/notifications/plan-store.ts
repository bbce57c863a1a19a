import { dueKeys } from '../runtime/due-keys.ts'
import { sha256 } from '../runtime/hash.ts'
import { after, days, type Instant } from '../runtime/instant.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { type PagePlan, type PageWay, planDueAt, splitWays } from './page-plan.ts'

const keptFor = days(30)
const headKey = (id: string) => ({ pk: id, sk: '!head' })
type NewPlan = Omit<PagePlan, 'id' | 'generation'>

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
    if (!plan) return
    const { due, later } = splitWays(plan.ways, now)
    if (due.length === 0) return
    const rest: PagePlan = { ...plan, ways: later, generation: plan.generation + 1 }
    // Whoever was faster has handed the same over.
    await table.transact([
      table.putting(itemOf(rest, now), {
        ConditionExpression: 'generation = :generation',
        ExpressionAttributeValues: { ':generation': plan.generation },
      }),
      eventOf(table, rest, { type: 'plan.due', at: now, ways: due }),
    ])
  },
})
export type PagePlans = ReturnType<typeof openPagePlans>

const idOf = ({ incidentId, occasion, personId }: NewPlan) =>
  `pln_${sha256(`${incidentId} ${occasion} ${personId}`).slice(0, 26)}`

const lasting = (now: Instant) => ({ expiresAtEpoch: Math.floor(Date.parse(after(now, keptFor)) / 1000) })

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
