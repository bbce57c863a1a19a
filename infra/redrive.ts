import { parseArgs } from 'node:util'
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs'
import { placeFrom } from './local/place.ts'
import { loopback } from './local/ports.ts'
import { isStageName, type QueueName, queueNames, type StageName, settingsOf } from './stages.ts'

/** Messages that one run of the local move may take before somebody should look why they come back. */
const most = 100_000

/** The local queues, which know no credentials, or those of the stage with the caller's own. */
export function clientOf(stage: StageName, env: NodeJS.ProcessEnv): SQSClient {
  const { region } = settingsOf(stage)
  if (stage !== 'local') return new SQSClient({ region })
  return new SQSClient({
    region,
    endpoint: loopback(placeFrom(env).ports.stores),
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
}

/** Moves what is waiting in a queue of failed messages back by SQS itself; answers how many it began with. */
async function startMove(client: SQSClient, failedUrl: string): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: failedUrl,
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
    }),
  )
  const waiting = Number(Attributes.ApproximateNumberOfMessages ?? 0)
  if (waiting > 0) await client.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes.QueueArn }))
  return waiting
}

/** The same by hand. A message is gone from the one only when it is in the other, so it may come twice. */
async function moveByHand(client: SQSClient, failedUrl: string, queueUrl: string): Promise<number> {
  let moved = 0
  while (moved < most) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: failedUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 60,
        MessageAttributeNames: ['All'],
      }),
    )
    if (Messages.length === 0) break
    const { Successful = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: Messages.map(({ Body, MessageAttributes }, place) => ({
          Id: String(place),
          MessageBody: Body,
          ...(MessageAttributes && { MessageAttributes }),
        })),
      }),
    )
    if (Successful.length === 0) throw new Error(`${queueUrl} took none of ${Messages.length} messages.`)
    await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: failedUrl,
        Entries: Successful.map(({ Id }) => ({ Id, ReceiptHandle: Messages[Number(Id)]?.ReceiptHandle })),
      }),
    )
    moved += Successful.length
  }
  return moved
}

/** Moves what each queue gave up back to it; answers how many messages of each. */
export async function redrive(
  client: SQSClient,
  stage: StageName,
  names: readonly QueueName[],
): Promise<[QueueName, number][]> {
  const moved: [QueueName, number][] = []
  const urlOf = async (name: string) =>
    (await client.send(new GetQueueUrlCommand({ QueueName: `evenkeel-${stage}-${name}` }))).QueueUrl ?? ''
  for (const name of names) {
    const failedUrl = await urlOf(`${name}-failed`)
    const count =
      stage === 'local'
        ? await moveByHand(client, failedUrl, await urlOf(name))
        : await startMove(client, failedUrl)
    moved.push([name, count])
  }
  return moved
}

/** @throws Error that says how it is called. */
export function chosen(args: string[]): { stage: StageName; names: readonly QueueName[] } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { context: { type: 'string', short: 'c', default: 'stage=dev' } },
  })
  const stage = /^stage=(.+)$/.exec(values.context)?.[1]
  if (!isStageName(stage)) throw new Error('Say which stage: npm run redrive -- -c stage=prod [queue …]')
  const names = positionals.map((given) => {
    const name = queueNames.find((candidate) => candidate === given)
    if (!name) throw new Error(`There is no queue ${given}; there are ${queueNames.join(', ')}.`)
    return name
  })
  return { stage, names: names.length > 0 ? names : queueNames }
}

if (import.meta.main) {
  const { stage, names } = chosen(process.argv.slice(2))
  const moved = await redrive(clientOf(stage, process.env), stage, names)
  for (const [name, count] of moved.filter(([, each]) => each > 0))
    process.stdout.write(`${name}: ${count} ${count === 1 ? 'message' : 'messages'} sent again\n`)
  const total = moved.reduce((sum, [, count]) => sum + count, 0)
  process.stdout.write(total === 0 ? 'Nothing was given up.\n' : `${total} in all\n`)
}
