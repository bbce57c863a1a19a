import type { AppModel, Definition } from './app-model.ts'
import { AwsJsonError, dynamodbAt, localAuthorization, sqsAt } from './aws-json.ts'
import type { Place } from './place.ts'
import { loopback } from './ports.ts'
import type { JsonObject } from './template.ts'

const QUEUE_ATTRIBUTES = [
  'VisibilityTimeout',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
]

function attributesOf(properties: JsonObject): Record<string, string> {
  const entries = QUEUE_ATTRIBUTES.filter((name) => properties[name] !== undefined).map((name) => {
    const value = properties[name]
    return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]
  })
  return Object.fromEntries(entries)
}

/** What CreateTable takes. Time to live stays off: items would go by real time while the product's clock stands elsewhere. */
function tableOf({ name, properties }: Definition): object {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } = properties
  return {
    TableName: name,
    KeySchema,
    AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    ...(GlobalSecondaryIndexes !== undefined && { GlobalSecondaryIndexes }),
    ...(StreamSpecification !== undefined && {
      StreamSpecification: { StreamEnabled: true, ...(StreamSpecification as JsonObject) },
    }),
  }
}

export async function createTables(model: AppModel, place: Place): Promise<void> {
  const dynamodb = dynamodbAt(loopback(place.ports.dynamodb), place.region)
  for (const table of model.tables) {
    try {
      await dynamodb.call('CreateTable', tableOf(table))
    } catch (error) {
      if (!(error instanceof AwsJsonError && error.code === 'ResourceInUseException')) throw error
    }
  }
}

async function createQueues(model: AppModel, place: Place): Promise<void> {
  const sqs = sqsAt(loopback(place.ports.stores), place.region)
  const create = async ({ name, properties }: Definition) => {
    const Attributes = attributesOf(properties)
    try {
      await sqs.call('CreateQueue', { QueueName: name, Attributes })
    } catch (error) {
      // It is there from an earlier start, with the settings of then.
      if (!(error instanceof AwsJsonError && /QueueNameExists|QueueAlreadyExists/.test(error.code)))
        throw error
      const QueueUrl = `${loopback(place.ports.stores)}/${place.account}/${name}`
      await sqs.call('SetQueueAttributes', { QueueUrl, Attributes })
    }
  }
  const isTarget = ({ properties }: Definition) => properties.RedrivePolicy === undefined
  await Promise.all(model.queues.filter(isTarget).map(create))
  await Promise.all(model.queues.filter((queue) => !isTarget(queue)).map(create))
}

async function callSns(place: Place, action: string, parameters: Record<string, string>): Promise<void> {
  const response = await fetch(loopback(place.ports.stores), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: localAuthorization(place.region, 'sns'),
    },
    body: new URLSearchParams({ Action: action, Version: '2010-03-31', ...parameters }).toString(),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${action} failed: ${text}`)
}

async function createTopics(model: AppModel, place: Place): Promise<void> {
  for (const { name } of model.topics) await callSns(place, 'CreateTopic', { Name: name })
  for (const { TopicArn, Protocol, Endpoint, RawMessageDelivery } of model.subscriptions) {
    if (Protocol !== 'sqs') continue
    await callSns(place, 'Subscribe', {
      TopicArn: String(TopicArn),
      Protocol,
      Endpoint: String(Endpoint),
      'Attributes.entry.1.key': 'RawMessageDelivery',
      'Attributes.entry.1.value': String(RawMessageDelivery ?? false),
    })
  }
}

async function createBuckets(model: AppModel, place: Place): Promise<void> {
  for (const { name } of model.buckets) {
    const response = await fetch(`${loopback(place.ports.stores)}/${name}`, {
      method: 'PUT',
      headers: { authorization: localAuthorization(place.region, 's3') },
    })
    if (!response.ok && response.status !== 409) {
      throw new Error(`Bucket ${name} could not be made: ${await response.text()}`)
    }
  }
}

/** Makes what the template names and is not there yet, in the emulators of queues, topics and buckets. */
export async function createStoresOf(model: AppModel, place: Place): Promise<void> {
  await createQueues(model, place)
  await createTopics(model, place)
  await createBuckets(model, place)
}
