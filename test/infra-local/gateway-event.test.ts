import { describe, expect, test } from 'vitest'
import { answerOf, eventOf, type GatewayRequest } from '../../infra/local/gateway-event.ts'

const matched = {
  route: { routeKey: 'ANY /v1/incidents/{proxy+}', functionName: 'incidents-api', timeoutMs: 30_000 },
  pathParameters: { proxy: 'INC-000001/comments' },
}
const request: GatewayRequest = {
  method: 'POST',
  url: '/v1/incidents/INC-000001/comments?view=mine&state=new&state=on_hold&q=a%20b',
  headers: {
    host: 'localhost:3001',
    'content-type': 'application/json',
    cookie: 'a=1; b=2',
    'x-more': 'one',
  },
  body: Buffer.from('{"body":"ä"}'),
  sourceIp: '127.0.0.1',
  requestId: 'r-1',
  timeEpoch: Date.parse('2026-05-01T10:00:00Z'),
  account: '000000000000',
}

describe('eventOf', () => {
  test('follows payload format 2.0', () => {
    expect(eventOf(request, matched)).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /v1/incidents/{proxy+}',
      rawPath: '/v1/incidents/INC-000001/comments',
      rawQueryString: 'view=mine&state=new&state=on_hold&q=a%20b',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { view: 'mine', state: 'new,on_hold', q: 'a b' },
      pathParameters: { proxy: 'INC-000001/comments' },
      headers: { 'x-more': 'one', 'x-forwarded-for': '127.0.0.1' },
      body: '{"body":"ä"}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/v1/incidents/INC-000001/comments', sourceIp: '127.0.0.1' },
        requestId: 'r-1',
        time: '01/May/2026:10:00:00 +0000',
        timeEpoch: 1777629600000,
      },
    })
  })

  test('leaves out a body that is not there', () => {
    expect(eventOf({ ...request, body: Buffer.alloc(0) }, matched)).not.toHaveProperty('body')
  })

  test.each(['application/x-www-form-urlencoded', 'image/png', 'application/octet-stream'])(
    'hands a body of %s over in base64',
    (type) => {
      const headers = { ...request.headers, 'content-type': type }
      const event = eventOf({ ...request, headers, body: Buffer.from([255, 0, 1]) }, matched)
      expect(event).toMatchObject({ isBase64Encoded: true, body: '/wAB' })
    },
  )
})

describe('answerOf', () => {
  test('takes status, headers, cookies and a body in base64', () => {
    const answer = answerOf({
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', ETag: '"v1"' },
      cookies: ['a=1', 'b=2'],
      body: '/wAB',
      isBase64Encoded: true,
    })
    expect(answer).toEqual({
      status: 201,
      headers: [
        ['content-type', 'image/png'],
        ['etag', '"v1"'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
      body: Buffer.from([255, 0, 1]),
    })
  })

  test('reads an answer without a status as JSON of status 200', () => {
    expect(answerOf({ items: [] })).toMatchObject({ status: 200, body: Buffer.from('{"items":[]}') })
  })

  test('does not understand a status that is none', () => {
    expect(answerOf({ statusCode: 'good' })).toBeUndefined()
  })
})
