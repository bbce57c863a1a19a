/** What goes between a host and the threads that run functions. */
export interface ThreadSetUp {
  bundle: string
  handler: string
  clockBuffer: SharedArrayBuffer
}

export interface InvocationRequest {
  requestId: string
  event: unknown
  functionName: string
  arn: string
  memoryMb: number
  timeoutMs: number
}

export interface FunctionFault {
  errorType: string
  errorMessage: string
  trace?: string[]
}

/** As Lambda answers: a payload, or a fault in the place of one. */
export type InvocationResult =
  | { payload: unknown; fault?: undefined }
  | { fault: FunctionFault; payload?: undefined }

export function faultOf(error: unknown): FunctionFault {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error) }
  const trace = error.stack?.split('\n') ?? []
  return { errorType: error.name, errorMessage: error.message, trace }
}
