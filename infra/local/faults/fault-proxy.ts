import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as passOn,
  type Server,
} from 'node:http'
import { readBody } from '../http-message.ts'
import type { Ports } from '../ports.ts'
import {
  type Disturbance,
  type FailpointName,
  failpointAfter,
  failpointBefore,
  faultOfCall,
  type ServiceCall,
} from './disturbance.ts'
import { answerOfFault } from './fault-answer.ts'

export interface FaultProxyOptions {
  ports: Ports
  disturbance: () => Disturbance
  random: () => number
  /** Answers whether it strikes; then this process is about to be killed. */
  reach: (name: FailpointName) => Promise<boolean>
}

interface Passed {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

const BODY_LIMIT = 64 * 1024 * 1024
const agent = new Agent({ keepAlive: true })

/** Powertools adds a word of its own to the name that a function's SDKs say. */
const named = /\bapp\/(\S+?)(?:-PT-NO-OP\S*)?(?:\s|$)/

/** Which function calls what: SDKs say the one in `User-Agent`, the other in the target or the form. */
function callOf({ headers }: IncomingMessage, body: Buffer): ServiceCall {
  const from = named.exec(String(headers['user-agent']))?.[1] ?? ''
  const [target = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.')
  if (target.startsWith('DynamoDB')) return { from, service: 'dynamodb', operation }
  if (target === 'AmazonSQS') return { from, service: 'sqs', operation }
  if (!String(headers['content-type']).includes('form-urlencoded'))
    return { from, service: undefined, operation }
  const form = new URLSearchParams(body.toString('latin1'))
  const service = form.get('Version') === '2010-03-31' ? 'sns' : 'ses'
  return { from, service, operation: form.get('Action') ?? '' }
}

const portOf = ({ service }: ServiceCall, { dynamodb, stores, mail }: Ports) =>
  service === 'dynamodb' ? dynamodb : service === 'sqs' ? stores : mail

function send(port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Passed> {
  const { promise, resolve, reject } = Promise.withResolvers<Passed>()
  const options = { host: '127.0.0.1', port, method, path: url, headers, agent }
  const passed = passOn(options, (answer) => {
    readBody(answer as IncomingMessage, BODY_LIMIT).then(
      (content) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: content }),
      reject,
    )
  })
  passed.once('error', reject)
  passed.end(body)
  return promise
}

/** Stands between the functions of a process and their services while something is asked to go wrong. */
export function createFaultProxy({ ports, disturbance, random, reach }: FaultProxyOptions): Server {
  /** Until this process is dead nothing more gets through, in either direction. */
  let isStruck = false
  const strikes = async (name: FailpointName | undefined) => {
    if (name !== undefined && (disturbance().failpoints[name] ?? 0) > 0 && (await reach(name)))
      isStruck = true
    return isStruck
  }

  return createServer(async (request, response) => {
    try {
      const body = await readBody(request, BODY_LIMIT)
      const call = callOf(request, body)
      if (await strikes(failpointBefore(call))) return
      const fault = faultOfCall(disturbance(), call, random)
      const instead = fault && answerOfFault(fault, call, body.toString('utf8'))
      if (instead) {
        response.writeHead(instead.status, { 'content-type': instead.contentType })
        return response.end(instead.body)
      }
      const passed = await send(portOf(call, ports), request, body)
      if (passed.status < 300 && (await strikes(failpointAfter(call)))) return
      // Done, but whoever asked never hears of it.
      if (fault) return response.destroy()
      response.writeHead(passed.status, passed.headers)
      response.end(passed.body)
    } catch {
      response.destroy()
    }
  })
}
