import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { readBody } from '../http-message.ts'
import type { Execution } from './execution-store.ts'
import { executionArn, type Machinery, StatesRefusal } from './machinery.ts'

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/
const INPUT_LIMIT = 256 * 1024
const BODY_LIMIT = 1024 * 1024

interface Request {
  stateMachineArn?: string
  executionArn?: string
  name?: string
  input?: string
  statusFilter?: string
  error?: string
  cause?: string
}

const seconds = (milliseconds: number) => milliseconds / 1000

function described(execution: Execution): object {
  const { machine, name, status, startedAt, stoppedAt, input, output, error, cause } = execution
  return {
    executionArn: executionArn(machine, name),
    stateMachineArn: machine,
    name,
    status,
    startDate: seconds(startedAt),
    ...(stoppedAt !== null && { stopDate: seconds(stoppedAt) }),
    input,
    ...(output !== null && { output }),
    ...(error !== null && { error }),
    ...(cause !== null && { cause }),
  }
}

/** The machine and the name in an execution's ARN. */
function partsOf(arn = ''): [string, string] {
  const parts = arn.split(':')
  if (parts.length !== 8 || parts[5] !== 'execution') {
    throw new StatesRefusal('InvalidArn', `Invalid Arn: '${arn}'`)
  }
  return [[...parts.slice(0, 5), 'stateMachine', parts[6]].join(':'), parts[7] ?? '']
}

/** The operations of Step Functions that the product uses, on its JSON protocol. */
export function statesOperations(machinery: Machinery): Record<string, (request: Request) => object> {
  return {
    StartExecution({ stateMachineArn = '', name = randomUUID(), input = '{}' }) {
      if (!NAME.test(name)) throw new StatesRefusal('InvalidName', `Invalid Name: '${name}'`)
      if (Buffer.byteLength(input) > INPUT_LIMIT) {
        throw new StatesRefusal('InvalidExecutionInput', 'Invalid execution input: it is over 256 KB')
      }
      const execution = machinery.startExecution(stateMachineArn, name, input)
      return { executionArn: executionArn(stateMachineArn, name), startDate: seconds(execution.startedAt) }
    },
    StopExecution({ executionArn: arn, error, cause }) {
      const execution = machinery.stopExecution(...partsOf(arn), error ?? null, cause ?? null)
      return { stopDate: seconds(execution.stoppedAt ?? 0) }
    },
    DescribeExecution: ({ executionArn: arn }) => described(machinery.find(...partsOf(arn))),
    ListExecutions({ stateMachineArn = '', statusFilter }) {
      const all = machinery.list(stateMachineArn)
      const wanted = all.filter(({ status }) => statusFilter === undefined || status === statusFilter)
      return { executions: wanted.map(described) }
    },
  }
}

export function createStatesServer(machinery: Machinery): Server {
  const operations = statesOperations(machinery)

  function answer(target: string, body: string): [number, object] {
    const operation = operations[target.replace(/^AWSStepFunctions\./, '')]
    if (!operation)
      return [400, { __type: 'UnknownOperationException', message: `The local run does not know ${target}` }]
    try {
      return [200, operation(JSON.parse(body || '{}') as Request)]
    } catch (error) {
      if (error instanceof StatesRefusal) return [400, { __type: error.code, message: error.message }]
      return [500, { __type: 'InternalFailure', message: String(error) }]
    }
  }

  return createServer(async (request, response) => {
    let reply: [number, object]
    try {
      const body = await readBody(request, BODY_LIMIT)
      reply = answer(String(request.headers['x-amz-target'] ?? ''), body.toString('utf8'))
    } catch (error) {
      reply = [400, { __type: 'ValidationException', message: String(error) }]
    }
    response.writeHead(reply[0], { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify(reply[1]))
  })
}
