import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPortalOutput } from '../../infra/constructs/portal-output.ts'
import { resourcesOf, type SynthesizedStack, synthesize, theOnly, variablesOf } from './assembly.ts'

/** What OpenNext 4 writes for a portal with one folder of styles. */
function builtPortal(
  server = { type: 'function', handler: 'index.handler', bundle: '.open-next/server-functions/default' },
) {
  const folder = join(mkdtempSync(join(tmpdir(), 'evenkeel-portal-')), '.open-next')
  mkdirSync(join(folder, 'server-functions/default'), { recursive: true })
  mkdirSync(join(folder, 'assets/_next'), { recursive: true })
  writeFileSync(join(folder, 'server-functions/default/index.mjs'), 'export const handler = () => {}\n')
  writeFileSync(join(folder, 'assets/_next/a.js'), '')
  writeFileSync(
    join(folder, 'open-next.output.json'),
    JSON.stringify({
      origins: {
        s3: {
          type: 's3',
          originPath: '_assets',
          copy: [
            { from: '.open-next/assets', to: '_assets', cached: true, versionedSubDir: '_next' },
            { from: '.open-next/cache', to: '_cache', cached: false },
          ],
        },
        default: server,
      },
      behaviors: [
        { pattern: '_next/image*', origin: 'imageOptimizer' },
        { pattern: '*', origin: 'default' },
        { pattern: '_next/*', origin: 's3' },
        { pattern: 'styles/*', origin: 's3' },
      ],
    }),
  )
  return folder
}

let stacks: SynthesizedStack[]
beforeAll(() => {
  stacks = synthesize('dev', { portalOutput: builtPortal() }).filter(({ part }) => part === 'portal')
})

interface Behavior {
  PathPattern?: string
  AllowedMethods: string[]
  CachePolicyId: string
}

const distribution = () => {
  return theOnly(stacks, 'AWS::CloudFront::Distribution').Properties.DistributionConfig as {
    DefaultCacheBehavior: Behavior
    CacheBehaviors: Behavior[]
    CustomErrorResponses: { ErrorCachingMinTTL: number }[]
    WebACLId: unknown
  }
}
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

describe('the portal stack', () => {
  test('answers pages and the API uncached, and files cached', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = distribution()
    expect(DefaultCacheBehavior.CachePolicyId).toBe(cachingDisabled)
    expect(DefaultCacheBehavior.AllowedMethods).toContain('POST')
    const cached = Object.fromEntries(
      CacheBehaviors.map(({ PathPattern, CachePolicyId }) => [
        PathPattern,
        CachePolicyId !== cachingDisabled,
      ]),
    )
    expect(cached).toEqual({ '/v1/*': false, '/_next/*': true, '/styles/*': true })
  })

  test('never keeps an error', () => {
    for (const { ErrorCachingMinTTL } of distribution().CustomErrorResponses)
      expect(ErrorCachingMinTTL).toBe(0)
  })

  test('stands behind the firewall', () => {
    expect(distribution().WebACLId).toBeDefined()
  })

  test('puts its server behind the HTTP API, with no right but to write its log', () => {
    const [route] = resourcesOf(stacks, 'AWS::ApiGatewayV2::Route')
    expect(route?.Properties.RouteKey).toBe('$default')
    expect(resourcesOf(stacks, 'AWS::Lambda::Url')).toEqual([])
    expect(Object.keys(variablesOf(stacks, 'evenkeel-dev-portal')).sort()).toEqual([
      'EVENKEEL_API_URL',
      'OIDC_CLIENT_ID',
      'OIDC_ISSUER',
      'PORTAL_URL',
      'SESSION_KEY',
      'STATUS_URL',
    ])
  })
})

describe('readPortalOutput', () => {
  test('answers nothing when the portal was not built for AWS', () => {
    expect(readPortalOutput('/nowhere')).toBeUndefined()
  })

  test('copies files, and no cache of pages', () => {
    expect(readPortalOutput(builtPortal())?.files.map(({ prefix }) => prefix)).toEqual(['_assets'])
  })

  test('refuses a server that is no function', () => {
    expect(() => readPortalOutput(builtPortal({ type: 'ecs', handler: '', bundle: '' }))).toThrow(
      /must be a function/,
    )
  })
})
