import { SQSClient } from '@aws-sdk/client-sqs'
import { startFauxqs } from 'fauxqs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { chosen, redrive } from '../../infra/redrive.ts'
import { queueNames } from '../../infra/stages.ts'
import { startAwsEndpoint } from '../support/aws-endpoint.ts'
import { freePort } from '../support/free-port.ts'

const region = 'eu-central-1'
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

describe('redriving in the local run', () => {
  test('moves what each queue gave up back to it, and counts it', async () => {
    const queues = await startFauxqs({ port: await freePort(), defaultRegion: region, logger: false })
    onTestFinished(() => queues.stop())
    const names = ['pages', 'wake'] as const
    for (const name of names)
      for (const end of ['', '-failed']) queues.createQueue(`evenkeel-local-${name}${end}`)
    for (let n = 0; n < 23; n++) queues.sendMessage('evenkeel-local-pages-failed', `page ${n}`)
    const client = new SQSClient({ region, credentials, endpoint: `http://127.0.0.1:${queues.port}` })

    expect(await redrive(client, 'local', names)).toEqual([
      ['pages', 23],
      ['wake', 0],
    ])
    const ready = (name: string) => queues.inspectQueue(`evenkeel-local-${name}`)?.messages.ready ?? []
    expect(
      ready('pages')
        .map(({ body }) => body)
        .sort(),
    ).toEqual(Array.from({ length: 23 }, (_, n) => `page ${n}`).sort())
    expect(ready('pages-failed')).toEqual([])
    expect(queues.inspectQueue('evenkeel-local-pages-failed')?.messages.inflight).toEqual([])
  })
})

test('redriving on AWS lets SQS move them, where there are any', async () => {
  const sqs = await startAwsEndpoint()
  onTestFinished(sqs.stop)
  const waiting: Record<string, string> = { 'evenkeel-prod-pages-failed': '3' }
  sqs.answer({
    GetQueueUrl: ({ body }) => ({ QueueUrl: `${sqs.endpoint}/1/${body.QueueName}` }),
    GetQueueAttributes: ({ body }) => {
      const name = String(body.QueueUrl).split('/').at(-1) ?? ''
      return {
        Attributes: { QueueArn: `arn:${name}`, ApproximateNumberOfMessages: waiting[name] ?? '0' },
      }
    },
  })
  const client = new SQSClient({ region, credentials, endpoint: sqs.endpoint })
  const moved = await redrive(client, 'prod', queueNames)
  expect(moved.filter(([, count]) => count > 0)).toEqual([['pages', 3]])
  expect(sqs.take('StartMessageMoveTask')).toEqual([{ SourceArn: 'arn:evenkeel-prod-pages-failed' }])
})

describe('the command', () => {
  test('takes the stage as the other commands do, and all queues unless some are named', () => {
    expect(chosen(['-c', 'stage=prod'])).toEqual({ stage: 'prod', names: queueNames })
    expect(chosen(['-c', 'stage=local', 'pages'])).toEqual({ stage: 'local', names: ['pages'] })
    expect(chosen([]).stage).toBe('dev')
  })

  test('says what it does not know', () => {
    expect(() => chosen(['-c', 'stage=moon'])).toThrow('npm run redrive -- -c stage=prod')
    expect(() => chosen(['everything'])).toThrow('There is no queue everything')
  })
})
