// Filled by triggers/tell-matches.ts: by triggers that may wait, and by all others in quiet hours. Sent by send-digest.ts.

import { dueKeys } from '../runtime/due-keys.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Item, Key, Table, Write } from '../runtime/table.ts'
import type { Line } from './digest.ts'

const digestPrefix = 'dig_'
const idOf = (personId: string) => `${digestPrefix}${personId}`
const headKey = (personId: string): Key => ({ pk: idOf(personId), sk: '!head' })
const padded = (count: number) => String(count).padStart(8, '0')
const linePlace = (generation: number) => `L#${padded(generation)}`

const tries = 5
const largestBatch = 100
/** What nobody could be told of for so long is not news any more. */
const keptFor = days(30)

/** A line with its place, by which it is taken away once it was told. */
export type Gathered = Line & { place: string }

/**
 * What waits for somebody's digest. Lines are gathered under the generation of the head, in transactions that demand
 * it: once a digest is due, its lines are all there, and what comes later goes into the next one.
 */
export const openDigests = (table: Table) => ({
  /**
   * One that is due sooner than the digest that others wait for brings all of it forward: no line comes later than it
   * was promised. @throws Error when too many lines came at once: the message comes again.
   */
  async add(personId: string, line: Line, { dueAt }: { dueAt: Instant }): Promise<void> {
    for (let attempt = 0; attempt < tries; attempt++) {
      const head = await table.get(headKey(personId))
      const dueBefore = head?.nextDueAt && String(head.nextDueAt)
      const generation = Number(head?.generation ?? 0) + (dueBefore ? 0 : 1)
      const writes = [
        dueBefore && dueBefore <= dueAt
          ? checking(table, personId, generation)
          : table.putting(armedHead(personId, generation, dueAt), conditionOn(head)),
        table.putting(lineItem(personId, generation, line)),
      ]
      const done = await table.transact(writes).catch(unlessBusy)
      if (done?.length === 0) return
    }
    throw new Error(`The digest of ${personId} is filling too fast; it is tried again.`)
  },

  /** Announces the digest that is due; quiet when none is (any more). */
  async wake(id: string, now: Instant): Promise<void> {
    const personId = id.slice(digestPrefix.length)
    const head = await table.get(headKey(personId))
    if (!head?.nextDueAt || String(head.nextDueAt) > now) return
    const generation = Number(head.generation)
    await table.transact([
      table.putting({ ...headKey(personId), id, personId, generation }, conditionOn(head)),
      table.putting({
        ...{ pk: id, sk: `E#${padded(generation)}` },
        ...{ type: 'digest.due', at: now, digestId: id, personId, generation },
        expiresAtEpoch: forgottenAt(now),
      }),
    ])
  },

  /** Everything that was gathered up to a generation and not told yet, in the order of time. */
  async gathered(personId: string, generation: number): Promise<Gathered[]> {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': idOf(personId),
        ':from': 'L#',
        ':to': `${linePlace(generation)}~`,
      },
      ConsistentRead: true,
    })
    return items.map(gatheredFrom).sort((a, b) => (a.at < b.at ? -1 : 1))
  },

  /** Takes away what was told. */
  async clear(personId: string, lines: readonly Gathered[]): Promise<void> {
    for (let start = 0; start < lines.length; start += largestBatch) {
      await table.transact(
        lines.slice(start, start + largestBatch).map(({ place }) => ({
          Delete: { TableName: table.name, Key: { pk: idOf(personId), sk: place } },
        })),
      )
    }
  },
})
export type Digests = ReturnType<typeof openDigests>

const armedHead = (personId: string, generation: number, dueAt: Instant): Item => ({
  ...headKey(personId),
  ...{ id: idOf(personId), personId, generation },
  ...dueKeys(idOf(personId), { kind: 'digest', dueAt }),
})

const conditionOn = (head: Item | undefined) =>
  head
    ? {
        ConditionExpression: `generation = :generation AND ${head.nextDueAt ? 'nextDueAt = :due' : 'attribute_not_exists(nextDueAt)'}`,
        ExpressionAttributeValues: {
          ':generation': head.generation,
          ...(head.nextDueAt !== undefined && { ':due': head.nextDueAt }),
        },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }

const checking = (table: Table, personId: string, generation: number): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: headKey(personId),
    ConditionExpression: 'generation = :generation AND attribute_exists(nextDueAt)',
    ExpressionAttributeValues: { ':generation': generation },
  },
})

/** The same line twice is one. */
const lineItem = (personId: string, generation: number, line: Line): Item => ({
  ...{ pk: idOf(personId), sk: `${linePlace(generation)}#${line.at}#${line.incidentId}#${line.occasion}` },
  line,
  expiresAtEpoch: forgottenAt(line.at),
})

const forgottenAt = (at: Instant) => epochSeconds(after(at, keptFor))

const gatheredFrom = ({ sk, line }: Item): Gathered => ({ ...(line as Line), place: sk })

/** A transaction that met others is tried again here, and never given up as if somebody had refused it. */
function unlessBusy(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
