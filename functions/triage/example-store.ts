import { type Item, isConditionFailed, type Table } from '../runtime/table.ts'
import { type Confirmed, inOrder } from './example.ts'

/** Examples are spread over this many partitions, by number, so that the newest are read side by side. */
const shards = 8
/** More than this make the model no better, and would outgrow one read. */
const mostExamples = 5000
const mostPages = 4

const keyOf = (id: string) => {
  const number = id.replace(/\D/g, '')
  return { pk: `TRX#${Number(number) % shards}`, sk: number.padStart(12, '0') }
}

/** One small item for each incident that triage has seen: its words and what it was, once that is confirmed. */
export function openExamples(table: Table) {
  /** Writes an example over what an older version of its incident left; what a newer one left stays. */
  async function write(id: string, version: number, values: Record<string, unknown>): Promise<void> {
    const named = Object.entries(values)
    const names = named.map(([name], place) => [`#${place}`, name])
    const set = named.flatMap(([, value], place) => (value === undefined ? [] : `#${place} = :${place}`))
    const gone = named.flatMap(([, value], place) => (value === undefined ? `#${place}` : []))
    try {
      await table.update({
        Key: keyOf(id),
        UpdateExpression: [
          `SET version = :version${set.map((part) => `, ${part}`).join('')}`,
          ...(gone.length > 0 ? [`REMOVE ${gone.join(', ')}`] : []),
        ].join(' '),
        ConditionExpression: 'attribute_not_exists(version) OR version <= :version',
        ExpressionAttributeNames: Object.fromEntries(names),
        ExpressionAttributeValues: {
          ':version': version,
          ...Object.fromEntries(
            named.flatMap(([, value], place) => (value === undefined ? [] : [[`:${place}`, value]])),
          ),
        },
      })
    } catch (error) {
      if (!isConditionFailed(error)) throw error
    }
  }

  async function readShard(shard: number, most: number): Promise<Confirmed[]> {
    const found: Item[] = []
    let place: Record<string, unknown> | undefined
    for (let page = 0; page < mostPages && found.length < most; page++) {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'attribute_exists(words)',
        ExpressionAttributeValues: { ':pk': `TRX#${shard}` },
        ScanIndexForward: false,
        Limit: most,
        ExclusiveStartKey: place,
      })
      found.push(...items)
      place = lastKey
      if (!place) break
    }
    return found.slice(0, most).map(confirmedIn)
  }

  return {
    keep: ({ id, version, words, serviceId, labels, at, suggested }: Confirmed): Promise<void> =>
      write(id, version, { id, words: words.join(' '), serviceId, labels, at, suggested }),

    /** It teaches nothing (any more). The version stays, so that a late event does not bring it back. */
    withdraw: (id: string, version: number): Promise<void> =>
      write(id, version, { id, words: undefined, labels: undefined, at: undefined, suggested: undefined }),

    /** Triage had nothing to say about it. */
    async looked(id: string): Promise<void> {
      await table.update({
        Key: keyOf(id),
        UpdateExpression: 'SET looked = :looked',
        ExpressionAttributeValues: { ':looked': true },
      })
    },

    /** The newest examples, at most so many, in the order of their numbers. */
    async newest(most = mostExamples): Promise<Confirmed[]> {
      const each = Math.ceil(most / shards)
      const asked = Array.from({ length: shards }, (_, shard) => readShard(shard, each))
      return inOrder((await Promise.all(asked)).flat())
    },
  }
}

const confirmedIn = ({ pk, sk, words, ...rest }: Item): Confirmed =>
  ({ ...rest, words: String(words).split(' ').filter(Boolean) }) as unknown as Confirmed
