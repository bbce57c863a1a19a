import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ForbiddenAddress, guardedGet, guardedPost } from '../../../functions/runtime/guarded-fetch.ts'
import { isPublicAddress } from '../../../functions/runtime/public-address.ts'

let server: Server
let port: number
const asked: string[] = []

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/echo': (request, response) => void request.pipe(response),
  '/elsewhere': (_, response) => void response.writeHead(302, { location: '/echo' }).end(),
  '/endless': (_, response) => {
    const more = () => response.write('x'.repeat(16_384), (error) => error ?? more())
    more()
  },
  '/silent': () => undefined,
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(String(request.url))
    answers[String(request.url)]?.(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const post = (path: string, milliseconds = 5000) =>
  guardedPost(
    { url: `http://localhost:${port}${path}`, headers: { 'content-type': 'text/plain' }, body: 'grüß dich' },
    { allowedHosts: ['localhost'], milliseconds },
  )

describe('guardedGet', () => {
  const get = (url: string, allowedHosts: string[] = []) =>
    guardedGet(url, { allowedHosts, milliseconds: 5000 })

  test('reads what stands there, and follows no redirect', async () => {
    expect(await get(`http://localhost:${port}/echo`, ['localhost'])).toEqual({ status: 200, text: '' })
    expect((await get(`http://localhost:${port}/elsewhere`, ['localhost'])).status).toBe(302)
  })

  test('reaches no private address', async () => {
    await expect(get(`https://localhost:${port}/echo`)).rejects.toThrow(ForbiddenAddress)
    await expect(get('http://example.org/')).rejects.toThrow(ForbiddenAddress)
  })
})

describe('guardedPost', () => {
  test('answers what the server says', async () => {
    expect(await post('/echo')).toEqual({ status: 200, text: 'grüß dich' })
  })

  test('follows no redirect', async () => {
    asked.length = 0
    expect(await post('/elsewhere')).toMatchObject({ status: 302 })
    expect(asked).toEqual(['/elsewhere'])
  })

  test('stops reading after 64 KiB', async () => {
    const { status, text } = await post('/endless')
    expect({ status, length: text.length }).toEqual({ status: 200, length: 65_536 })
  })

  test('stops waiting', async () => {
    await expect(post('/silent', 50)).rejects.toThrow(/abort|timeout/i)
    const never = { allowedHosts: [], milliseconds: 50, resolve: () => new Promise<never>(() => undefined) }
    await expect(guardedPost({ url: 'https://example.com/', headers: {}, body: '' }, never)).rejects.toThrow(
      /abort|timeout/i,
    )
  })

  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/',
    'http://example.com/',
    'https://router.local/',
  ])('refuses %s without asking anybody', async (url) => {
    const resolve = () => Promise.reject(new Error('asked'))
    await expect(
      guardedPost({ url, headers: {}, body: '' }, { allowedHosts: [], resolve }),
    ).rejects.toBeInstanceOf(ForbiddenAddress)
  })

  test.each([[['10.0.0.8']], [['93.184.216.34', '127.0.0.1']], [['::ffff:127.0.0.1']]])(
    'refuses a public name that leads to %j',
    async (addresses) => {
      const resolve = async () =>
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      await expect(
        guardedPost(
          { url: 'https://chat.example.com/', headers: {}, body: '' },
          { allowedHosts: [], resolve },
        ),
      ).rejects.toBeInstanceOf(ForbiddenAddress)
    },
  )

  test('connects to the address that was looked at, and asks once', async () => {
    let count = 0
    const resolve = async () => {
      count++
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const answer = await guardedPost(
      { url: `http://desk.test:${port}/echo`, headers: {}, body: 'pinned' },
      { allowedHosts: ['desk.test'], resolve },
    )
    expect(answer).toEqual({ status: 200, text: 'pinned' })
    expect(count).toBe(1)
  })
})

describe('isPublicAddress', () => {
  test.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::1'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1'],
    ...['198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:1.1.1.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001::1',
      'fd00::1',
      'fe80::1',
      'ff02::1',
    ],
    'no address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
