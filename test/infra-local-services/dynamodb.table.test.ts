import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { createTable } from '../support/table.ts'
import { credentials, region, temporaryFolder } from './serve.ts'

const start = async (base: number, data: string) => {
  const child = spawn(process.execPath, [resolve('infra/local/processes/dynamodb.ts')], {
    env: { ...process.env, EVENKEEL_PORT: String(base), EVENKEEL_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const chunk of child.stdout) if (String(chunk).includes('{"ready":true}')) break
  return child
}

describe('the table of the local run', () => {
  test('is there again after the process was killed, and leaves no Java behind', async () => {
    const base = (await freePort()) - 5
    const data = temporaryFolder()
    const client = new DynamoDBClient({ region, credentials, endpoint: `http://127.0.0.1:${base + 5}` })
    const first = await start(base, data)
    const key = { pk: { S: 'INC#1' } }
    await client.send(
      new CreateTableCommand({
        TableName: 'kept',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    )
    await client.send(new PutItemCommand({ TableName: 'kept', Item: key }))
    first.kill('SIGKILL')
    await once(first, 'exit')
    const second = await start(base, data)
    expect((await client.send(new GetItemCommand({ TableName: 'kept', Key: key }))).Item).toEqual(key)
    second.kill('SIGTERM')
    expect(await once(second, 'exit')).toEqual([0, null])
  })

  test('has the indexes of the data stack in each test file', async () => {
    const { name, client } = await createTable()
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
    const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()
    expect(indexes).toEqual(['byAssignee', 'byDue', 'byRequester', 'byTeam'])
  })
})
