import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHooks } from '../../../functions/notifications/hook.ts'
import { isRefused, NotTaken } from '../../../functions/notifications/refused.ts'

let server: Server
let port: number
let heard: { headers: IncomingHttpHeaders; body: string } | undefined

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('')
    heard = { headers: request.headers, body }
    response.writeHead(Number(request.url?.slice(1))).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

const call = (status: number) =>
  openHooks(['localhost']).post({
    url: `http://localhost:${port}/${status}`,
    headers: { 'webhook-id': 'one' },
    body: '{"a":1}',
  })

describe('a webhook', () => {
  test('is posted as JSON with its headers', async () => {
    expect(await call(204)).toEqual({ taken: true })
    expect(heard).toMatchObject({
      headers: { 'content-type': 'application/json', 'webhook-id': 'one' },
      body: '{"a":1}',
    })
  })

  test.each([301, 307, 400, 401, 403, 404, 410, 422])(
    'that answers %i has failed for good',
    async (status) => {
      expect(await call(status)).toEqual({ taken: false, note: `http_${status}` })
    },
  )

  test.each([425, 429, 503])('that answers %i took nothing, and is called again', async (status) => {
    await expect(call(status)).rejects.toBeInstanceOf(NotTaken)
  })

  test.each([408, 500, 502, 504, 520])(
    'that answers %i is called again, but may have taken it',
    async (status) => {
      const error = await call(status).catch((fault: unknown) => fault)
      expect(error).toMatchObject({ message: expect.stringContaining(String(status)) })
      expect(isRefused(error)).toBe(false)
    },
  )

  test('that leads into a private network has failed for good', async () => {
    const post = { headers: {}, body: '' }
    expect(await openHooks([]).post({ ...post, url: 'https://127.0.0.1/' })).toEqual({
      taken: false,
      note: 'private_address',
    })
  })
})
