import { randomUUID } from 'node:crypto'
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'

export type TableDefinition = Pick<
  CreateTableCommandInput,
  'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes'
>

declare module 'vitest' {
  export interface ProvidedContext {
    tableEndpoint: string
    tableDefinition: TableDefinition
  }
}

const connectTo = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

/**
 * Makes an empty table with the keys and indexes of the data stack; nobody else writes to it. It has no stream: DynamoDB
 * Local goes through all that was ever streamed at each write, of every table.
 */
export const createTable = async () => {
  const client = connectTo(inject('tableEndpoint'))
  const name = `test-${randomUUID()}`
  await client.send(
    new CreateTableCommand({
      ...inject('tableDefinition'),
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
    }),
  )
  return { name, client }
}
