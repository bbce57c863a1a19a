import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import type { ScheduleEvent } from './event.ts'
import { openFeeds } from './feed-store.ts'
import type { Override } from './override.ts'
import type { Swap } from './swap.ts'

/** What was agreed beside the schedules: all of it in one partition, by its end, so that one Query has what still counts. */
const partition = 'ROTA'
/** History and fairness look back; after that it goes. */
const keptFor = days(400)

const endOf = (one: Override | Swap): Instant =>
  'return' in one && one.return && one.return.to > one.to ? one.return.to : one.to
const keyOf = (one: Override | Swap) => ({ pk: partition, sk: `${after(endOf(one), 0)}#${one.id}` })

type Agreed = { overrides: Override[]; swaps: Swap[] }
type Saving = { events: readonly ScheduleEvent[]; answer: Answer; now: Instant; once?: Once }
/** An override that goes, and what is kept of it: what has been. */
export type Removal = { override: Override; past?: Override }

export function openOnCall(table: Table) {
  /** Overrides and swaps of all schedules that are not over at an instant. */
  async function agreedFrom(instant: Instant): Promise<Agreed> {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk AND sk > :from',
      ExpressionAttributeValues: { ':pk': partition, ':from': `${after(instant, 0)}~` },
      ConsistentRead: true,
    })
    return {
      overrides: items.flatMap(({ override }) => (override ? [override as Override] : [])),
      swaps: items.flatMap(({ swap }) => (swap ? [swap as Swap] : [])),
    }
  }

  /** @returns the answer, or the first one again for the same key. @throws Error, or what `refuse` says, when somebody was faster. */
  async function save(writes: Write[], { events, answer, now, once }: Saving): Promise<Answer | undefined> {
    const collisions = await table.transact([
      ...(once ? [rememberAnswer(table, once, answer, now)] : []),
      ...writes,
      ...events.map((event) => table.putting(eventItem(event))),
    ])
    const remembered = once && collisions.find(({ index }) => index === 0)?.item
    if (once && remembered) return firstAnswer(remembered, once)
    return collisions.length === 0 ? answer : undefined
  }

  const adding = (override: Override) =>
    table.putting(overrideItem(override), { ConditionExpression: 'attribute_not_exists(pk)' })
  const removing = (override: Override): Write => ({
    Delete: { TableName: table.name, Key: keyOf(override), ConditionExpression: 'attribute_exists(pk)' },
  })

  return {
    agreedFrom,
    feeds: openFeeds(table),

    /** Overrides of all schedules that are not over at an instant, in one Query. */
    overridesFrom: async (instant: Instant): Promise<Override[]> => (await agreedFrom(instant)).overrides,

    addOverride: (override: Override, how: Saving) => save([adding(override)], how),

    /**
     * Takes overrides away, or keeps of them what has been; both sides of a swap go together, and with them the swap.
     * There is one event for each. @returns undefined when one is gone already.
     */
    removeOverrides: (removals: readonly Removal[], swap: Swap | undefined, how: Saving) =>
      save(
        [
          ...removals.flatMap(({ override, past }) => [removing(override), ...(past ? [adding(past)] : [])]),
          ...(swap ? [table.putting(swapItem(swap), { ConditionExpression: 'attribute_exists(pk)' })] : []),
        ],
        how,
      ),

    addSwap: (swap: Swap, how: Saving) =>
      save([table.putting(swapItem(swap), { ConditionExpression: 'attribute_not_exists(pk)' })], how),

    /** Settles a swap that is still open, with the overrides that come of it. @returns undefined when it is settled already. */
    settleSwap: (swap: Swap, overrides: readonly Override[], how: Saving) =>
      save(
        [
          table.putting(swapItem(swap), {
            ConditionExpression: '#status = :proposed',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':proposed': 'proposed' },
          }),
          ...overrides.map(adding),
        ],
        how,
      ),
  }
}
export type OnCall = ReturnType<typeof openOnCall>

const forgottenAt = (end: Instant) => epochSeconds(after(end, keptFor))

const overrideItem = (override: Override): Item => ({
  ...keyOf(override),
  override,
  expiresAtEpoch: forgottenAt(override.to),
})
const swapItem = (swap: Swap): Item => ({
  ...keyOf(swap),
  ...{ swap, status: swap.status },
  expiresAtEpoch: forgottenAt(endOf(swap)),
})

/** What happened, for those whom it concerns; in the partition of its schedule. */
const eventItem = ({ id, ...event }: ScheduleEvent): Item => ({
  ...{ pk: `SCH#${event.scheduleId}`, sk: `E#${id}` },
  ...event,
  expiresAtEpoch: forgottenAt(event.at),
})
