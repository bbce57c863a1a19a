import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftDate } from './clock.ts'
import { faultOf, type InvocationRequest, type InvocationResult, type ThreadSetUp } from './invocation.ts'

/** One Lambda instance: imports a bundle once and runs one invocation at a time. */
type Handler = (event: unknown, context: object) => unknown

const setUp = workerData as ThreadSetUp
shiftDate(setUp.clockBuffer)

async function loadHandler(): Promise<Handler> {
  const exported = (await import(pathToFileURL(setUp.bundle).href)) as Record<string, unknown>
  const handler = exported[setUp.handler]
  if (typeof handler !== 'function') throw new Error(`${setUp.bundle} exports no function "${setUp.handler}"`)
  return handler as Handler
}

function contextOf({ requestId, functionName, arn, memoryMb, timeoutMs }: InvocationRequest): object {
  const deadline = performance.now() + timeoutMs
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
  }
}

const handler = loadHandler()
handler.catch(() => {})

async function run(request: InvocationRequest): Promise<InvocationResult> {
  try {
    const answer = await (await handler)(request.event, contextOf(request))
    // Lambda hands on JSON, so that what JSON cannot hold fails here as it would there.
    return { payload: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

parentPort?.on('message', async (request: InvocationRequest) => {
  parentPort?.postMessage(await run(request))
})
