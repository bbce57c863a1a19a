import { mkdtempSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../../infra/app.ts'
import { placeholderBundles, resourcesOf, type SynthesizedStack, synthesize, theOnly } from './assembly.ts'

const portable = ['data', 'identity', 'mail', 'service']
let stacks: SynthesizedStack[]

beforeAll(() => {
  for (const name of ['AWS_REGION', 'AWS_PROFILE', 'CDK_DEFAULT_ACCOUNT', 'CDK_DEFAULT_REGION']) {
    vi.stubEnv(name, undefined)
  }
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    throw new Error('A synthesis asks nobody.')
  })
  stacks = synthesize('dev')
  connect.mockRestore()
  vi.unstubAllEnvs()
})

afterEach(() => vi.restoreAllMocks())

const portableStacks = () => stacks.filter(({ part }) => portable.includes(part))

describe('buildApp', () => {
  test('synthesizes every stack without account, region of a shell, or network', () => {
    expect(stacks.map(({ part }) => part).sort()).toEqual(
      [...portable, 'edge', 'mail-in', 'ops', 'portal', 'status'].sort(),
    )
  })

  test('keeps every stack far from the limit of CloudFormation', () => {
    for (const { template } of stacks) expect(Object.keys(template.Resources).length).toBeLessThan(350)
  })

  test('leaves out of the local stage what only AWS has', () => {
    const local = synthesize('local')
    expect(local.map(({ part }) => part).sort()).toEqual(portable)
  })

  test('fails when cdk-nag finds what nobody acknowledged', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'evenkeel-assembly-'))
    const app = buildApp('local', { outdir, bundles: placeholderBundles() })
    new Queue(app.node.findChild('evenkeel-local-data') as Stack, 'Bare')
    expect(() => app.synth()).toThrow(/does not require requests to use SSL/)
  })

  test('names the entry whose bundle is missing', () => {
    expect(() => buildApp('local', { bundles: '/nowhere' })).toThrow(/relay\.task\.ts is not bundled/)
  })
})

describe('the portable stacks', () => {
  test('hold only types that an emulator knows', () => {
    const types = new Set(
      portableStacks().flatMap(({ template }) => Object.values(template.Resources).map(({ Type }) => Type)),
    )
    const foreign = [...types].filter((type) =>
      /^Custom::|CustomResource|CloudFront|WAFv2|ReceiptRule|Dashboard|CompositeAlarm/.test(type),
    )
    expect(foreign).toEqual([])
  })

  test('need no parameter, no look-up and no secret put into the text of a template', () => {
    for (const { template } of portableStacks()) {
      expect(Object.keys(template).sort()).toEqual(['Description', 'Outputs', 'Resources'])
      expect(JSON.stringify(template)).not.toContain('{{resolve:')
    }
  })

  test('refer only to stacks nearer to the data', () => {
    const order = ['data', 'identity', 'mail', 'service', 'mail-in', 'status', 'edge', 'portal', 'ops']
    for (const { part, template } of stacks) {
      const imports = [...JSON.stringify(template).matchAll(/"Fn::ImportValue":"evenkeel-dev-(\w+):/g)]
      for (const [, from] of imports) expect(order.indexOf(from ?? '')).toBeLessThan(order.indexOf(part))
    }
  })
})

describe('the table', () => {
  test('can be restored to any second, cannot be deleted, and tells its changes', () => {
    const table = theOnly(stacks, 'AWS::DynamoDB::Table')
    expect(table.DeletionPolicy).toBe('Retain')
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAtEpoch', Enabled: true },
    })
  })

  test('carries only short rows in its indexes', () => {
    const table = theOnly(stacks, 'AWS::DynamoDB::Table')
    const indexes = table.Properties.GlobalSecondaryIndexes as { Projection: { ProjectionType: string } }[]
    expect(indexes).toHaveLength(4)
    for (const { Projection } of indexes) expect(Projection.ProjectionType).toBe('INCLUDE')
  })
})

describe('the status site', () => {
  test('stands in another region and under a name that the publisher knows', () => {
    const status = stacks.find(({ part }) => part === 'status')
    const [bucket] = resourcesOf(status ? [status] : [], 'AWS::S3::Bucket')
    expect(JSON.stringify(bucket?.Properties.BucketName)).toContain('evenkeel-dev-status-')
    expect(JSON.stringify(status)).not.toContain('Fn::ImportValue')
  })
})
