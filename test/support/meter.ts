import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { type Index, itemBytes, readUnits, type StoredItem, writeUnits } from './capacity.ts'

/** One call to the table. `started` and `ended` are places in the order of all starts and ends. */
export type Call = {
  /** `QueryCommand byTeam`, `GetItemCommand PEOPLE#3`. */
  what: string
  started: number
  ended: number
  itemsRead: number
  readUnits: number
  writeUnits: number
}

/** Calls that follow each other: the longest chain of which each starts after the one before has ended. */
export function serialTrips(calls: readonly Pick<Call, 'started' | 'ended'>[]): number {
  let free = -1
  let trips = 0
  for (const { started, ended } of [...calls].sort((a, b) => a.ended - b.ended)) {
    if (started <= free) continue
    free = ended
    trips++
  }
  return trips
}

type Raw = { input: Record<string, unknown>; name: string }
type Images = { before: StoredItem | undefined; after: StoredItem | undefined }

/**
 * Watches every call of `client` and works out what DynamoDB would charge for it, from the bytes of the items.
 * `aside` is another client of the same table, whose own reads are not counted.
 */
export async function meter(client: DynamoDBClient, aside: DynamoDBClient, table: string) {
  const indexes = await indexesOf(aside, table)
  let calls: Call[] = []
  let order = 0

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const raw = { input: args.input as Record<string, unknown>, name: String(context.commandName) }
      const started = order++
      const keys = writtenKeys(raw)
      const before = await images(keys)
      const result = await next(args)
      const ended = order++
      const after = await images(keys)
      const written = keys.map((_, index) => ({ before: before[index], after: after[index] }))
      calls.push({
        what: `${raw.name} ${subjectOf(raw)}`,
        started,
        ended,
        writeUnits: chargeOf(raw, written, indexes),
        ...(await readBy(raw, result.output as unknown as Record<string, unknown>)),
      })
      return result
    },
    { step: 'serialize', priority: 'low', name: 'evenkeelMeter' },
  )

  async function images(keys: StoredItem[]): Promise<(StoredItem | undefined)[]> {
    if (keys.length === 0) return []
    const { Responses } = await aside.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
    )
    const found = Responses?.[table] ?? []
    return keys.map((key) => found.find((item) => item.pk?.S === key.pk?.S && item.sk?.S === key.sk?.S))
  }

  async function readBy({ name, input }: Raw, output: Record<string, unknown>) {
    const consistent = input.ConsistentRead === true
    if (name === 'GetItemCommand') {
      const item = output.Item === undefined ? undefined : stored(output.Item)
      return { itemsRead: 1, readUnits: readUnits(item ? itemBytes(item) : 0, { consistent }) }
    }
    if (name === 'BatchGetItemCommand') {
      const request = (input as unknown as BatchGetItemCommandInput).RequestItems?.[table]
      const items = ((output.Responses as Record<string, unknown[]>)[table] ?? []).map(stored)
      const missing = (request?.Keys?.length ?? 0) - items.length
      const sizes = [...items.map(itemBytes), ...Array.from({ length: missing }, () => 0)]
      const one = { consistent: request?.ConsistentRead === true }
      return {
        itemsRead: sizes.length,
        readUnits: sizes.reduce((units, size) => units + readUnits(size, one), 0),
      }
    }
    if (name !== 'QueryCommand') return { itemsRead: 0, readUnits: 0 }
    const items = await scanned(input as unknown as QueryCommandInput, output)
    const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0)
    return { itemsRead: items.length, readUnits: readUnits(bytes, { consistent }) }
  }

  /** A filter hides items that were read and are charged; ask again without it. */
  async function scanned(input: QueryCommandInput, output: Record<string, unknown>) {
    if (!input.FilterExpression) return ((output.Items ?? []) as unknown[]).map(stored)
    const { FilterExpression, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = input
    const used = (name: string) => input.KeyConditionExpression?.includes(name)
    const { Items } = await aside.send(
      new QueryCommand({ ...rest, ExpressionAttributeValues: pick(ExpressionAttributeValues ?? {}, used) }),
    )
    return Items ?? []
  }

  return {
    /** Runs something and answers what it asked of the table, beside its result. */
    async count<Result>(
      run: () => Promise<Result>,
    ): Promise<{ result: Result; calls: Call[]; trips: number }> {
      calls = []
      const result = await run()
      return { result, calls, trips: serialTrips(calls) }
    },
  }
}

export type Meter = Awaited<ReturnType<typeof meter>>

async function indexesOf(client: DynamoDBClient, table: string): Promise<Index[]> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
  return (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    name: String(IndexName),
    keys: (KeySchema ?? []).map(({ AttributeName }) => String(AttributeName)),
    carries: ['pk', 'sk', ...(Projection?.NonKeyAttributes ?? [])],
  }))
}

/** Answers arrive here as plain values; what is charged is how they are stored. */
const stored = (item: unknown): StoredItem => marshall(item, { removeUndefinedValues: true })

const pick = (values: Record<string, AttributeValue>, wanted: (name: string) => boolean | undefined) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)))

const keyIn = ({ pk, sk }: StoredItem): StoredItem => ({ pk, sk }) as StoredItem

const keyOfWrite = ({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): StoredItem =>
  keyIn((Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key) as StoredItem)

function writtenKeys({ name, input }: Raw): StoredItem[] {
  if (name === 'TransactWriteItemsCommand')
    return (input.TransactItems as TransactWriteItem[]).map(keyOfWrite)
  if (name === 'PutItemCommand') return [keyIn(input.Item as StoredItem)]
  if (name === 'UpdateItemCommand' || name === 'DeleteItemCommand') return [input.Key as StoredItem]
  return []
}

function chargeOf({ name }: Raw, written: readonly Images[], indexes: readonly Index[]): number {
  const transactional = name === 'TransactWriteItemsCommand'
  return written.reduce((units, image) => units + writeUnits(image, { indexes, transactional }), 0)
}

function subjectOf(raw: Raw): string {
  if (raw.input.IndexName) return String(raw.input.IndexName)
  const values = (raw.input.ExpressionAttributeValues ?? {}) as Record<string, AttributeValue>
  const key = (raw.input.Key as StoredItem | undefined) ?? writtenKeys(raw)[0]
  return key?.pk?.S ?? values[':pk']?.S ?? ''
}
