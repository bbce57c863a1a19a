import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf, isPrivateHost, isPublicAddress } from './public-address.ts'

const longestMilliseconds = 10_000
const mostBytes = 64 * 1024

/** An address that nothing of ours may call. */
export class ForbiddenAddress extends Error {
  constructor(host: string) {
    super(`${host} is no public address.`)
    this.name = 'ForbiddenAddress'
  }
}

type Address = { address: string; family: number }
export type Guard = {
  /** Private hosts that the stage lets through, also without TLS. */
  allowedHosts: readonly string[]
  resolve?: (host: string) => Promise<Address[]>
  milliseconds?: number
}
export type Outgoing = { url: string; headers: Record<string, string>; body: string }

type Incoming = { status: number; text: string }

/**
 * Posts to an address that somebody chose, without letting it reach into our own network: resolves the name once,
 * refuses it when any of its addresses is not public, connects to the address that was looked at and to no other,
 * follows no redirect, and stops after 10 s and 64 KiB.
 * @throws ForbiddenAddress, or the error of the network.
 */
export const guardedPost = (outgoing: Outgoing, guard: Guard): Promise<Incoming> =>
  call({ method: 'POST', ...outgoing }, guard)

/** Reads what stands at an address, under the same guard. @throws ForbiddenAddress, or the error of the network. */
export const guardedGet = (url: string, guard: Guard): Promise<Incoming> =>
  call({ method: 'GET', url, headers: {}, body: '' }, guard)

async function call(
  { method, url, headers, body }: Outgoing & { method: 'GET' | 'POST' },
  { allowedHosts, resolve = resolveAll, milliseconds = longestMilliseconds }: Guard,
): Promise<Incoming> {
  const target = new URL(url)
  const host = hostOf(target)
  const isAllowed = allowedHosts.includes(host)
  const isSecure = target.protocol === 'https:'
  if (!isSecure && !(isAllowed && target.protocol === 'http:')) throw new ForbiddenAddress(host)
  if (!isAllowed && isPrivateHost(host)) throw new ForbiddenAddress(host)

  const signal = AbortSignal.timeout(milliseconds)
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await before(signal, resolve(host))
  if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new ForbiddenAddress(host)

  return new Promise((done, fail) => {
    const request = (isSecure ? secureRequest : plainRequest)(
      target,
      {
        method,
        headers: {
          ...headers,
          ...(method === 'POST' && { 'content-length': String(Buffer.byteLength(body)) }),
        },
        agent: false,
        lookup: pinnedTo(addresses),
        signal,
      },
      (answer) => {
        const chunks: Buffer[] = []
        let size = 0
        const finish = () =>
          done({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(chunks).subarray(0, mostBytes).toString(),
          })
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          size += chunk.length
          if (size < mostBytes) return
          finish()
          answer.destroy()
        })
        answer.on('end', finish)
        answer.on('error', fail)
      },
    )
    request.on('error', fail)
    request.end(body)
  })
}

const resolveAll = (host: string): Promise<Address[]> => lookup(host, { all: true })

function before<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return Promise.race([
    work,
    new Promise<never>((_, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason), { once: true })
    }),
  ])
}

/** Answers the addresses that were looked at, so that no second question can be answered differently. */
const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, answer) => {
    const [first] = addresses
    if (!first) return answer(new Error('The name has no address.'), '')
    if (all) return answer(null, [...addresses])
    answer(null, first.address, first.family)
  }
