import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import {
  calm,
  type Disturbance,
  type FailpointName,
  isCalm,
  randomFrom,
  withFault,
} from '../../../infra/local/faults/disturbance.ts'
import { createFaultProxy } from '../../../infra/local/faults/fault-proxy.ts'
import { readBody } from '../../../infra/local/http-message.ts'
import { ports } from '../../../infra/local/ports.ts'
import { serve } from '../../infra-local-services/serve.ts'

const table = (operation: string) => ({ 'x-amz-target': `DynamoDB_20120810.${operation}` })
const queue = { 'x-amz-target': 'AmazonSQS.SendMessageBatch' }
const relay = { ...queue, 'user-agent': 'aws-sdk-js/3 m/E app/runtime-relay-PT-NO-OP-2.35.0-PTEnv-NA' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const transaction = JSON.stringify({ TransactItems: [{}, {}] })

async function start(disturbance: Disturbance, strikes = false) {
  const done: string[] = []
  const service = createServer(async (request, response) => {
    done.push((await readBody(request, 1000)).toString())
    response.end('done')
  })
  const port = Number(new URL(await serve(service)).port)
  const reached: FailpointName[] = []
  const proxy = createFaultProxy({
    ports: { ...ports(3000), dynamodb: port, stores: port, mail: port },
    disturbance: () => disturbance,
    random: randomFrom(1),
    reach: async (name) => {
      reached.push(name)
      return strikes
    },
  })
  const url = await serve(proxy)
  const call = async (headers: Record<string, string>, body = '{}') => {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(300) })
    return { status: answer.status, text: await answer.text() }
  }
  return { call, done, reached }
}

const only = (
  service: 'dynamodb' | 'ses',
  kind: 'throttle' | 'timeout-after-commit' | 'conflict',
  rate = 1,
) => withFault(calm, { service, kind, rate })

describe('a fault', () => {
  test('throttles the calls of its service and no other', async () => {
    const { call, done } = await start(only('dynamodb', 'throttle'))
    expect(await call(table('GetItem'))).toMatchObject({
      status: 400,
      text: expect.stringContaining('ProvisionedThroughputExceeded'),
    })
    expect(done).toEqual([])
    expect(await call(queue, 'message')).toEqual({ status: 200, text: 'done' })
    expect(done).toEqual(['message'])
  })

  test('lets something be done and never tells', async () => {
    const { call, done } = await start(only('ses', 'timeout-after-commit'))
    await expect(call(form, 'Action=SendRawEmail&Version=2010-12-01')).rejects.toThrow()
    expect(done).toHaveLength(1)
  })

  test('makes transactions conflict, and reads not', async () => {
    const { call } = await start(only('dynamodb', 'conflict'))
    const { text } = await call(table('TransactWriteItems'), transaction)
    expect(JSON.parse(text).CancellationReasons).toMatchObject([
      { Code: 'TransactionConflict' },
      { Code: 'None' },
    ])
    expect(await call(table('Query'))).toMatchObject({ status: 200 })
  })

  test('meets its share of the calls, the same for the same seed', async () => {
    const met = async () => {
      const { call } = await start(only('dynamodb', 'throttle', 0.3))
      const answers: number[] = []
      for (let n = 0; n < 40; n++) answers.push((await call(table('Query'))).status)
      return answers
    }
    const first = await met()
    expect(first.filter((status) => status === 400).length).toBeGreaterThan(5)
    expect(first.filter((status) => status === 200).length).toBeGreaterThan(15)
    expect(await met()).toEqual(first)
  })

  test('ends with a rate of 0', () => {
    expect(isCalm(only('ses', 'throttle'))).toBe(false)
    expect(isCalm(withFault(only('ses', 'throttle'), { service: 'ses', kind: 'throttle', rate: 0 }))).toBe(
      true,
    )
  })
})

describe('a failpoint', () => {
  test('strikes the relay before its first message is passed on, and then nothing gets through', async () => {
    const disturbance = { ...calm, failpoints: { 'after-commit-before-publish': 1 } }
    const { call, done, reached } = await start(disturbance, true)
    expect(await call(queue)).toMatchObject({ status: 200 })
    await expect(call(relay)).rejects.toThrow()
    await expect(call(table('GetItem'))).rejects.toThrow()
    expect(reached).toEqual(['after-commit-before-publish'])
    expect(done).toHaveLength(1)
  })

  test('strikes once a mail is accepted, before anybody hears of it', async () => {
    const { call, done, reached } = await start(
      { ...calm, failpoints: { 'after-send-before-mark': 1 } },
      true,
    )
    await expect(call(form, 'Action=SendRawEmail&Version=2010-12-01')).rejects.toThrow()
    expect([done.length, reached]).toEqual([1, ['after-send-before-mark']])
  })

  test('is passed once it has struck as often as it was asked to', async () => {
    const { call, reached } = await start({ ...calm, failpoints: { 'after-send-before-mark': 0 } }, true)
    expect(await call(form, 'Action=SendRawEmail&Version=2010-12-01')).toMatchObject({ status: 200 })
    expect(reached).toEqual([])
  })
})
