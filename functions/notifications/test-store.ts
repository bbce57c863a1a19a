import type { Channel } from '../preferences/preferences.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Table } from '../runtime/table.ts'
import type { Claim } from './claim.ts'

const keptFor = days(7)
const mostShown = 10
const partition = (personId: string) => `ME#${personId}`

/** When somebody tried out their channels lately, as it was read. */
export type TestLog = { at: Instant[]; version: number }

/** What people try out for themselves: an event that the lane of pages hears, and what became of it. */
export const openTests = (table: Table) => ({
  async log(personId: string): Promise<TestLog> {
    const item = await table.get({ pk: partition(personId), sk: '!tests' })
    return { at: (item?.at as Instant[] | undefined) ?? [], version: Number(item?.version ?? 0) }
  },

  /** Asks for a test over the log that was read. @returns whether it was still that one. */
  async request(
    personId: string,
    { channel, now, log, before }: { channel: Channel; now: Instant; log: Instant[]; before: TestLog },
  ): Promise<boolean> {
    const pk = partition(personId)
    const collisions = await table.transact([
      table.putting(
        { pk, sk: '!tests', at: log, version: before.version + 1 },
        before.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': before.version },
            },
      ),
      table.putting({
        ...{ pk, sk: `T#${now}`, type: 'test.requested', at: now },
        by: { kind: 'person', id: personId },
        after: { personId, channel },
        expiresAtEpoch: epochSeconds(after(now, keptFor)),
      }),
    ])
    return collisions.length === 0
  },

  /** The last ones, newest first. */
  async list(personId: string): Promise<Claim[]> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :tests)',
      ExpressionAttributeValues: { ':pk': partition(personId), ':tests': 'S#T' },
      ScanIndexForward: false,
      Limit: mostShown,
      ConsistentRead: true,
    })
    return items as unknown as Claim[]
  },
})
export type Tests = ReturnType<typeof openTests>
