import type { ControlOptions, Operation, Operations } from './control.ts'
import { ControlRefusal } from './control-answer.ts'
import { loopback } from './ports.ts'

interface OpenApiOperation {
  'x-roles'?: string[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** What other processes answer: mail, text messages, tokens and the served contract. */
export function passedOn({ supervisor }: ControlOptions) {
  const { ports } = supervisor.place

  const passOn = (to: 'mail' | 'identity'): Operation => {
    return async ({ method, url, body }) => {
      const target = `${loopback(ports[to])}${url.pathname}${url.search}`
      const response = await fetch(target, {
        method,
        ...(body.length > 0 && {
          body: new Uint8Array(body),
          headers: { 'content-type': 'application/json' },
        }),
      }).catch(() => {
        throw new ControlRefusal(409, `The process ${to} does not answer.`)
      })
      const contentType = response.headers.get('content-type') ?? 'application/octet-stream'
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()), contentType }
    }
  }

  const routes: Operation = async () => {
    const response = await fetch(`${loopback(ports.api)}/v1/openapi.json`).catch(() => undefined)
    if (!response?.ok) throw new ControlRefusal(409, 'The API serves no OpenAPI document now.')
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, OpenApiOperation>> }
    const items = Object.entries(paths).flatMap(([path, operations]) =>
      METHODS.filter((method) => operations[method]).map((method) => {
        return { method: method.toUpperCase(), path, roles: operations[method]?.['x-roles'] ?? [] }
      }),
    )
    return { status: 200, body: { items } }
  }

  return {
    'GET /mail': passOn('mail'),
    'POST /mail': passOn('mail'),
    'DELETE /mail': passOn('mail'),
    'GET /token': passOn('identity'),
    'GET /sms': passOn('mail'),
    'POST /sms': passOn('mail'),
    'DELETE /sms': passOn('mail'),
    'GET /routes': routes,
  } satisfies Operations
}
