import { beforeAll, describe, expect, test } from 'vitest'
import { resourcesOf, type SynthesizedStack, synthesize, textOf } from './assembly.ts'

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
}

let stacks: SynthesizedStack[]
beforeAll(() => {
  stacks = synthesize('prod').filter(({ part }) => ['data', 'identity', 'mail', 'service'].includes(part))
})

const list = <Item>(value: Item | Item[]) => (Array.isArray(value) ? value : [value])

function statements(): Statement[] {
  const inRoles = resourcesOf(stacks, 'AWS::IAM::Role').flatMap(
    ({ Properties }) => (Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[],
  )
  const apart = resourcesOf(stacks, 'AWS::IAM::Policy').map(
    ({ Properties }) => Properties as unknown as { PolicyDocument: { Statement: Statement[] } },
  )
  return [...inRoles, ...apart].flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
}

describe('permissions', () => {
  test('name each action', () => {
    for (const { Action } of statements()) {
      for (const action of list(Action)) expect(action).not.toContain('*')
    }
  })

  test('name each resource, but for actions that know none', () => {
    const unbounded = statements().filter(({ Resource }) => list(Resource).includes('*'))
    const actions = new Set(unbounded.flatMap(({ Action }) => list(Action)))
    for (const action of actions) expect(action).toMatch(/^(dynamodb:ListStreams|logs:|sns:Publish$|xray:)/)
  })

  test('let text messages go to phones, never to a topic', () => {
    const publish = statements().filter(({ Action }) => list(Action).includes('sns:Publish'))
    const everywhere = publish.filter(({ Resource }) => list(Resource).includes('*'))
    const denied = publish.filter(({ Effect }) => Effect === 'Deny')
    expect(everywhere.length).toBeGreaterThan(0)
    expect(denied).toHaveLength(everywhere.length)
    for (const { Resource } of denied) expect(textOf(list(Resource)[0])).toMatch(/^arn:.*:sns:.*:\*$/)
  })

  test('never allow a scan', () => {
    const actions = statements().flatMap(({ Action }) => list(Action))
    expect(actions).not.toContain('dynamodb:Scan')
  })

  test('give every function a role of its own and no managed policy', () => {
    const roles = resourcesOf(stacks, 'AWS::Lambda::Function').map(({ Properties }) =>
      textOf(Properties.Role),
    )
    expect(new Set(roles).size).toBe(roles.length)
    for (const { Properties } of resourcesOf(stacks, 'AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns).toBeUndefined()
    }
  })

  test('let only senders of mail, and those who show the secret of a webhook, read the key they derive from', () => {
    for (const { Properties } of resourcesOf(stacks, 'AWS::Lambda::Function')) {
      const variables = (Properties.Environment as { Variables: Record<string, unknown> }).Variables
      const derives = 'MAIL_FROM' in variables || Properties.Description === 'functions/notifications/api.ts'
      expect('SECRET_ARN' in variables).toBe(derives)
    }
  })
})

describe('functions', () => {
  test('run on Node 24 on Arm, from a bundle, with a log that ends', () => {
    for (const { Properties } of resourcesOf(stacks, 'AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      })
    }
    for (const { Properties } of resourcesOf(stacks, 'AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays).toBe(365)
    }
  })
})
