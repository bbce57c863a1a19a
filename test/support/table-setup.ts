import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startDynamoDb } from '../../infra/local/dynamodb/start-dynamodb.ts'
import { freePort } from './free-port.ts'
import type { TableDefinition } from './table.ts'

type Resources = Record<string, { Type: string; Properties: TableDefinition }>

/** The table as the synthesized data stack describes it. */
const readDefinition = async (): Promise<TableDefinition> => {
  const [{ App }, { DataStack }, { settingsOf }] = await Promise.all([
    import('aws-cdk-lib'),
    import('../../infra/stacks/data-stack.ts'),
    import('../../infra/stages.ts'),
  ])
  const outdir = mkdtempSync(join(tmpdir(), 'evenkeel-table-'))
  const app = new App({ outdir, analyticsReporting: false, treeMetadata: false })
  const stack = new DataStack(app, { settings: settingsOf('local'), bundles: outdir })
  const { Resources } = app.synth().getStackArtifact(stack.artifactId).template as { Resources: Resources }
  rmSync(outdir, { recursive: true, force: true })
  const table = Object.values(Resources).find(({ Type }) => Type === 'AWS::DynamoDB::Table')
  if (!table) throw new Error('The data stack has no table.')
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = table.Properties
  return { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes }
}

/** One DynamoDB Local in memory for all table tests; each test file makes a table of its own in it. */
export const setup = async (project: TestProject) => {
  const [database, definition] = await Promise.all([
    startDynamoDb({ port: await freePort() }),
    readDefinition(),
  ])
  process.env.TABLE_ENDPOINT = database.endpoint
  project.provide('tableEndpoint', database.endpoint)
  project.provide('tableDefinition', definition)
  return database.stop
}
