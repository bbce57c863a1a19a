import { beforeAll, describe, expect, test } from 'vitest'
import { resourcesOf, type SynthesizedStack, synthesize, textOf, theOnly } from './assembly.ts'

let stacks: SynthesizedStack[]
beforeAll(() => {
  stacks = synthesize('local')
})

describe('the API', () => {
  test('routes nouns with any method, once for each function, and leaves sign-in to the middleware', () => {
    const routes = resourcesOf(stacks, 'AWS::ApiGatewayV2::Route')
    for (const { Properties } of routes) {
      expect(Properties.RouteKey).toMatch(
        /^ANY \/v1(\/[a-z-]+(\.json)?)?(\/(try|bulk|views|notifications(\/test)?|preview|simulate)|\/\{id\}\/[\w{}/]+|\/\{proxy\+\})?$/,
      )
      expect(Properties.AuthorizationType).toBe('NONE')
    }
    const permissions = resourcesOf(stacks, 'AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
    )
    expect(permissions).toHaveLength(16)
  })

  test('limits what all callers ask for together, and logs neither paths, in which tokens stand, nor addresses of people', () => {
    const stage = theOnly(stacks, 'AWS::ApiGatewayV2::Stage')
    expect(stage.Properties.DefaultRouteSettings).toEqual({
      ThrottlingBurstLimit: 400,
      ThrottlingRateLimit: 200,
    })
    const log = stage.Properties.AccessLogSettings as { Format: string }
    expect(log.Format).not.toMatch(/\$context\.(path|protocol|domainName|identity)\b/)
  })
})

describe('an address under /v1 that no noun has', () => {
  test.each(['ANY /v1', 'ANY /v1/{proxy+}'])(
    'is answered by a function that knows problem documents: %s',
    (key) => {
      const route = resourcesOf(stacks, 'AWS::ApiGatewayV2::Route').find(
        ({ Properties }) => Properties.RouteKey === key,
      )
      const integration = resourcesOf(stacks, 'AWS::ApiGatewayV2::Integration').find(
        ({ id }) => `integrations/<${id}>` === textOf(route?.Properties.Target),
      )
      const worker = resourcesOf(stacks, 'AWS::Lambda::Function').find(
        ({ id }) => `<${id}>` === textOf(integration?.Properties.IntegrationUri),
      )
      expect(worker?.Properties.FunctionName).toBe('evenkeel-local-contract-api')
    },
  )
})
