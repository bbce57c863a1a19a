import {
  type CancellationReason,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { busy } from './stale.ts'

export type Key = { pk: string; sk: string }
export type Item = Record<string, unknown> & Key
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
type Without<Input> = Omit<Input, 'TableName'>

/** What a refused transaction met: the place of each failed condition and the item that stood there. */
export type Collision = { index: number; item?: Item }

const conflictRetries = 3

/** The one table, with the few calls that the stores are made of. */
export type Table = ReturnType<typeof openTable>

export function openTable(name: string, client = new DynamoDBClient({})) {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })

  async function query(
    input: Without<QueryCommandInput>,
  ): Promise<{ items: Item[]; lastKey?: Record<string, unknown> }> {
    const answer = await documents.send(new QueryCommand({ TableName: name, ...input }))
    return { items: (answer.Items ?? []) as Item[], lastKey: answer.LastEvaluatedKey }
  }

  return {
    name,

    async get(key: Key): Promise<Item | undefined> {
      const { Item: item } = await documents.send(
        new GetCommand({ TableName: name, Key: key, ConsistentRead: true }),
      )
      return item as Item | undefined
    },

    /** Up to 100 items in one consistent round trip, in no particular order. */
    async getMany(keys: Key[]): Promise<Item[]> {
      const answer = await documents.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: keys, ConsistentRead: true } } }),
      )
      if (answer.UnprocessedKeys?.[name]) throw new Error('The table answered a part of a batch only.')
      return (answer.Responses?.[name] ?? []) as Item[]
    },

    query,

    /**
     * Everything that a Query finds, or the first `most` of it. The table answers a megabyte at once, before it
     * filters, so one answer may be less than all there is, also when it holds nothing.
     */
    async queryAll(
      input: Omit<Without<QueryCommandInput>, 'Limit' | 'ExclusiveStartKey'>,
      most = Number.POSITIVE_INFINITY,
    ): Promise<Item[]> {
      const found: Item[] = []
      let place: Record<string, unknown> | undefined
      do {
        const left = most - found.length
        const Limit = Number.isFinite(left) ? left : undefined
        const { items, lastKey } = await query({ ...input, Limit, ExclusiveStartKey: place })
        found.push(...items)
        place = lastKey
      } while (place && found.length < most)
      return found
    },

    async put(input: Without<PutCommandInput>): Promise<void> {
      await documents.send(new PutCommand({ TableName: name, ...input }))
    },

    async update(input: Without<UpdateCommandInput>): Promise<Item | undefined> {
      const { Attributes } = await documents.send(new UpdateCommand({ TableName: name, ...input }))
      return Attributes as Item | undefined
    },

    putting(item: Item, condition?: Without<Partial<NonNullable<Write['Put']>>>): Write {
      return {
        Put: { TableName: name, Item: item, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...condition },
      }
    },

    /**
     * Stores all of the writes or none. Answers the collisions when a condition did not hold;
     * two transactions that meet on an item are tried again, thrice, a little apart.
     */
    async transact(writes: Write[]): Promise<Collision[]> {
      for (let attempt = 0; ; attempt++) {
        try {
          await documents.send(new TransactWriteCommand({ TransactItems: writes }))
          return []
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error
          const collisions = (error.CancellationReasons ?? []).flatMap(collision)
          if (collisions.length > 0) return collisions
          if (!conflicted(error)) throw error
          if (attempt === conflictRetries) throw busy()
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt))
        }
      }
    },
  }
}

function collision(reason: CancellationReason, index: number): Collision[] {
  if (reason.Code !== 'ConditionalCheckFailed') return []
  return [{ index, item: reason.Item ? (unmarshall(reason.Item) as Item) : undefined }]
}

const conflicted = (error: TransactionCanceledException) =>
  error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict') ?? false

/** Whether a single write was refused because its condition did not hold. */
export const isConditionFailed = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException'
