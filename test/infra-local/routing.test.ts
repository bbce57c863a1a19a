import { describe, expect, test } from 'vitest'
import { routerOf } from '../../infra/local/routing.ts'

const routes = [
  'ANY /v1/incidents',
  'ANY /v1/incidents/{proxy+}',
  'GET /v1/incidents/{id}',
  'ANY /v1/me',
  'ANY /v1/{proxy+}',
].map((routeKey) => ({ routeKey, functionName: routeKey, timeoutMs: 30_000 }))

describe('routerOf', () => {
  const match = routerOf(routes)

  test.each([
    ['POST', '/v1/incidents', 'ANY /v1/incidents', {}],
    ['GET', '/v1/incidents/INC-000001', 'GET /v1/incidents/{id}', { id: 'INC-000001' }],
    ['PATCH', '/v1/incidents/INC-000001', 'ANY /v1/incidents/{proxy+}', { proxy: 'INC-000001' }],
    [
      'GET',
      '/v1/incidents/INC-000001/timeline',
      'ANY /v1/incidents/{proxy+}',
      { proxy: 'INC-000001/timeline' },
    ],
    ['GET', '/v1/other/thing', 'ANY /v1/{proxy+}', { proxy: 'other/thing' }],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(match(method, path)).toMatchObject({ route: { routeKey }, pathParameters })
  })

  test.each(['/', '/v1', '/v2/incidents', '/v1/'])('%s has no route', (path) => {
    expect(match('GET', path)).toBeUndefined()
  })
})
