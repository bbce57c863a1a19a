import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { loopback, ports, publicAddresses } from '../../infra/local/ports.ts'

const at = () => ports(inject('basePort'))

/** The addresses that people open. */
export const addresses = () => publicAddresses(at())

export type Answer<Body> = { status: number; body: Body; etag: string | undefined; headers: Headers }

type Sending = {
  ifMatch?: string
  idempotencyKey?: string
  language?: string
  headers?: Record<string, string>
}

const send = async <Body>(url: string, init: RequestInit): Promise<Answer<Body>> => {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(90_000) })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = (isJson && text !== '' ? JSON.parse(text) : text) as Body
  return {
    status: response.status,
    body,
    etag: response.headers.get('etag') ?? undefined,
    headers: response.headers,
  }
}

const ask = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const headers = { 'content-type': 'application/json' }
  const answer = await send<Body>(`${loopback(at().control)}${path}`, { ...init, headers })
  if (answer.status >= 400)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export type Mail = {
  id: string
  to: string[]
  from: string
  subject: string
  at: string
  text: string
  html?: string
  headers: Record<string, string>
  links: string[]
}

type Clock = { now: string; offsetSeconds: number }
type Execution = {
  name: string
  kind: string
  subjectId: string
  dueAt: string
  startedAt: string
  status: string
  transitions: number
}
type Failpoint = 'after-commit-before-publish' | 'after-send-before-mark'
export type Envelope = { id: string; at: string; receivedAt: string; to: string[]; send?: string }
export type TextMessage = { id: string; to: string; text: string; at: string; send: string | null }
export type MailMode = 'accept' | 'reject' | 'accept-then-drop'

/** The control API of the local run. */
export const control = {
  clock: () => ask<Clock>('GET', '/clock'),
  advance: (advanceSeconds: number) => ask<Clock>('POST', '/clock', { advanceSeconds }),
  setClock: (set: string) => ask<Clock>('POST', '/clock', { set }),
  async mail(filter: { to?: string; since?: string; limit?: number } = {}) {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(filter)) query.set(name, String(value))
    return (await ask<{ items: Mail[] }>('GET', `/mail?${query}`)).items
  },
  /** What was accepted, without its content. */
  envelopes: async () => (await ask<{ items: Envelope[] }>('GET', '/mail/envelopes')).items,
  mailMode: (mode: MailMode) => ask('POST', '/mail/mode', { mode }),
  mailCounts: () =>
    ask<{ mode: MailMode; accepted: number; rejected: number; dropped: number }>('GET', '/mail/mode'),
  mailEvent: (id: string, type: 'bounce' | 'complaint' | 'delivery') =>
    ask('POST', `/mail/${id}/event`, { type }),
  texts: async () => (await ask<{ items: TextMessage[] }>('GET', '/sms')).items,
  textMode: (mode: 'accept' | 'reject' | 'throttle') => ask('POST', '/sms/mode', { mode }),
  executions: async () => (await ask<{ items: Execution[] }>('GET', '/executions')).items,
  /** Also those that have ended. */
  allExecutions: async () => (await ask<{ items: Execution[] }>('GET', '/executions?ended=true')).items,
  failpoint: (name: Failpoint, times: number) => ask('POST', '/failpoints', { name, times }),
  failpoints: async () =>
    (await ask<{ failpoints: { name: Failpoint; times: number }[] }>('GET', '/failpoints')).failpoints,
  fault: (service: string, kind: string, rate: number, seed = 1) =>
    ask('POST', '/faults', { service, kind, rate, seed }),
  deleteExecution: (name: string) => ask('DELETE', `/executions/${encodeURIComponent(name)}`),
  processes: () => ask<unknown>('GET', '/processes'),
  kill: (name: string) => ask('POST', `/processes/${name}/kill`),
  stop: (name: string) => ask('POST', `/processes/${name}/stop`),
  start: (name: string) => ask('POST', `/processes/${name}/start`),
  invoke: <Result>(name: string, event: unknown) => ask<Result>('POST', `/functions/${name}`, event),
  routes: async () =>
    (await ask<{ items: { method: string; path: string; roles: string[] }[] }>('GET', '/routes')).items,
  token: async (person: string, expiresInSeconds = 3600) =>
    (await ask<{ token: string }>('GET', `/token/${person}?expiresInSeconds=${expiresInSeconds}`)).token,
}

const tokens = new Map<string, Promise<string>>()

const tokenOf = (person: string) => {
  const token = tokens.get(person) ?? control.token(person)
  tokens.set(person, token)
  return token
}

/** The API as one demo person, or without a sign-in. A post carries an Idempotency-Key, a new one unless given. */
export const api = (person?: string) => {
  const request = async <Body>(method: string, path: string, body: unknown, sending: Sending = {}) => {
    const { ifMatch, idempotencyKey, language, headers } = sending
    const url = `${loopback(at().api)}/v1${path}`
    return send<Body>(url, {
      method,
      headers: {
        ...(person ? { authorization: `Bearer ${await tokenOf(person)}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch ? { 'if-match': ifMatch } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        ...(language ? { 'accept-language': language } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }
  const get = <Body>(path: string, sending?: Sending) => request<Body>('GET', path, undefined, sending)
  return {
    send: request,
    get,
    post: <Body>(path: string, body?: unknown, sending?: Sending) =>
      request<Body>('POST', path, body, { idempotencyKey: randomUUID(), ...sending }),
    patch: <Body>(path: string, body: unknown, sending?: Sending) =>
      request<Body>('PATCH', path, body, sending),
    put: <Body>(path: string, body: unknown, sending?: Sending) => request<Body>('PUT', path, body, sending),
    /** Reads `path` and posts below it with the ETag that was just read, as a page does. */
    async act<Body>(path: string, step: string, body: unknown = {}) {
      const { etag } = await get(path)
      return request<Body>('POST', `${path}/${step}`, body, {
        idempotencyKey: randomUUID(),
        ...(etag ? { ifMatch: etag } : {}),
      })
    },
  }
}
