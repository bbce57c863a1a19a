import { dueKeys } from '../runtime/due-keys.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Item, Key, Table } from '../runtime/table.ts'
import type { Reminder } from './reminder.ts'

export const rotaPrefix = 'rota_'
const headKey = (scheduleId: string): Key => ({ pk: `${rotaPrefix}${scheduleId}`, sk: '!head' })
const keptFor = days(30)
/** As many as one transaction has room for, beside the head; more are said before it, and may be said again. */
const mostAtOnce = 90

/** Until when the shifts of a schedule were looked at. */
export type Look = { scheduleId: string; lookedAt: Instant; generation: number }

/** One due row a schedule: at its time somebody looks at the shifts, and says which reminders are due. */
export const openReminders = (table: Table) => ({
  async read(scheduleId: string): Promise<Look | undefined> {
    const item = await table.get(headKey(scheduleId))
    return item && { scheduleId, lookedAt: String(item.lookedAt), generation: Number(item.generation) }
  },

  /**
   * Notes a look with the reminders that it found; without `lookAt` nobody looks again.
   * @returns whether nobody else had looked meanwhile.
   */
  async save(
    scheduleId: string,
    before: Look | undefined,
    { now, lookAt, due }: { now: Instant; lookAt?: Instant; due: readonly Reminder[] },
  ): Promise<boolean> {
    const { pk } = headKey(scheduleId)
    const head: Item = {
      ...headKey(scheduleId),
      ...{ id: pk, lookedAt: now, generation: (before?.generation ?? 0) + 1 },
      ...(lookAt && dueKeys(pk, { kind: 'reminder', dueAt: lookAt })),
    }
    const condition = before
      ? {
          ConditionExpression: 'generation = :generation',
          ExpressionAttributeValues: { ':generation': before.generation },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    const events = due.map((reminder) =>
      table.putting({
        ...{ pk, sk: `E#${reminder.from}#${reminder.personId}#${reminder.minutes}` },
        ...{ type: 'shift.due', at: now, scheduleId, reminder },
        expiresAtEpoch: epochSeconds(after(now, keptFor)),
      }),
    )
    for (let start = mostAtOnce; start < events.length; start += mostAtOnce) {
      await table.transact(events.slice(start, start + mostAtOnce))
    }
    const collisions = await table.transact([table.putting(head, condition), ...events.slice(0, mostAtOnce)])
    return collisions.length === 0
  },
})
export type Reminders = ReturnType<typeof openReminders>
