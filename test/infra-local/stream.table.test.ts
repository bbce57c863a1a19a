import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { dynamodbAt, streamsAt } from '../../infra/local/aws-json.ts'
import { StreamReader } from '../../infra/local/stream.ts'
import { type Checkpoints, checkpointsIn, openWorkerStore } from '../../infra/local/worker-store.ts'

const region = 'eu-central-1'

describe('reading a stream', () => {
  const endpoint = inject('tableEndpoint')
  const dynamodb = dynamodbAt(endpoint, region)
  let folder: string
  let table: string
  let readers: StreamReader[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stream-'))
    table = `stream-${randomUUID()}`
    readers = []
    await dynamodb.call('CreateTable', {
      TableName: table,
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    })
  })
  afterEach(() => {
    for (const reader of readers) reader.stop()
    rmSync(folder, { recursive: true })
  })

  const put = (pk: string) =>
    dynamodb.call('PutItem', { TableName: table, Item: { pk: { S: pk }, b: { B: 'AAE=' } } })

  function read(checkpoints: Checkpoints) {
    const images: { pk: { S: string }; b: { B: string } }[] = []
    const reader = new StreamReader({
      streams: streamsAt(endpoint, region),
      findArn: async () => {
        const { Table } = await dynamodb.call<{ Table: { LatestStreamArn: string } }>('DescribeTable', {
          TableName: table,
        })
        return Table.LatestStreamArn
      },
      checkpoints,
      consumer: {
        async deliver(records, _arn, save) {
          for (const { dynamodb } of records) images.push(dynamodb.NewImage as (typeof images)[number])
          const last = records.at(-1)
          if (last) save(last.dynamodb.SequenceNumber)
        },
      },
      log: () => {},
    })
    readers.push(reader)
    void reader.run()
    return { reader, names: () => images.map(({ pk }) => pk.S), images }
  }

  test('begins with the oldest record and keeps binary values as the wire has them', async () => {
    await put('one')
    await put('two')
    const { reader, names, images } = read(checkpointsIn(openWorkerStore(folder)))
    await expect.poll(() => reader.isReadToEnd()).toBe(true)
    expect(names()).toEqual(['one', 'two'])
    expect(images[0]?.b).toEqual({ B: 'AAE=' })
  })

  test('says that it is not at the end in the round that found something', async () => {
    const { reader, names } = read(checkpointsIn(openWorkerStore(folder)))
    expect(await reader.isReadToEnd()).toBe(true)
    await put('one')
    expect(await reader.isReadToEnd()).toBe(false)
    expect(names()).toEqual(['one'])
    expect(await reader.isReadToEnd()).toBe(true)
  })

  test('goes on where an earlier process stopped', async () => {
    const database = openWorkerStore(folder)
    await put('one')
    const first = read(checkpointsIn(database))
    await expect.poll(() => first.reader.isReadToEnd()).toBe(true)
    first.reader.stop()
    database.close()
    await put('two')
    const second = read(checkpointsIn(openWorkerStore(folder)))
    await expect.poll(() => second.reader.isReadToEnd()).toBe(true)
    expect(second.names()).toEqual(['two'])
  })
})
