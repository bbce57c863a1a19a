import { createServer, type Server } from 'node:http'
import type { AppModel } from './app-model.ts'
import { ProcessGone } from './channel.ts'
import { type ControlAnswer, ControlRefusal, type ControlRequest } from './control-answer.ts'
import { clockOperations } from './control-clock.ts'
import { executionOperations } from './control-executions.ts'
import { faultOperations } from './control-faults.ts'
import { functionOperations } from './control-functions.ts'
import { mailReceiver } from './control-mail.ts'
import { passedOn } from './control-passed-on.ts'
import { processOperations } from './control-processes.ts'
import { readBody, sendJson } from './http-message.ts'
import type { Supervisor } from './supervisor.ts'

const BODY_LIMIT = 20 * 1024 * 1024

export type Operation = (request: ControlRequest) => Promise<ControlAnswer> | ControlAnswer
/** By method and first segment: `POST /clock`. */
export type Operations = Record<string, Operation>

export interface ControlOptions {
  supervisor: Supervisor
  model: AppModel
}

interface ControlServerOptions extends ControlOptions {
  /** Resolves once the demo is planted: until then the clock is not where it will be, and whoever asks waits. */
  planted: Promise<unknown>
}

/** What the product's own processes send with a request, so that they need not wait. */
const ownProcess = 'evenkeel-process'

/** The control API of the local run. It listens on this machine only and exists nowhere else. */
export function createControlServer(options: ControlServerOptions): Server {
  const passed = passedOn(options)
  const receiveMail = mailReceiver(options)
  const operations: Operations = {
    ...clockOperations(options),
    ...processOperations(options),
    ...executionOperations(options),
    ...functionOperations(options),
    ...faultOperations(options),
    ...passed,
    'POST /mail': (request) =>
      request.segments[0] === 'inbound' ? receiveMail(request) : passed['POST /mail'](request),
  }

  async function answer(request: ControlRequest, first: string): Promise<ControlAnswer> {
    const operation = operations[`${request.method} /${first}`]
    if (!operation)
      throw new ControlRefusal(404, `The control API has no ${request.method} ${request.url.pathname}.`)
    try {
      return await operation(request)
    } catch (error) {
      if (error instanceof ProcessGone)
        throw new ControlRefusal(409, `That needs a process that is not there: ${error.message}.`)
      throw error
    }
  }

  return createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const [first = '', ...segments] = url.pathname.split('/').slice(1).map(decodeURIComponent)
      const body = await readBody(request, BODY_LIMIT)
      if (!request.headers[ownProcess]) await options.planted
      const reply = await answer({ method: request.method ?? 'GET', url, segments, body }, first)
      if (reply.contentType === undefined) return sendJson(response, reply.status, reply.body)
      response.writeHead(reply.status, { 'content-type': reply.contentType, 'cache-control': 'no-store' })
      response.end(reply.body)
    } catch (error) {
      const status = error instanceof ControlRefusal ? error.status : error instanceof URIError ? 400 : 500
      sendJson(response, status, { message: error instanceof Error ? error.message : String(error) })
    }
  })
}
