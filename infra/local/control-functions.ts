import type { LocalFunction } from './app-model.ts'
import type { ControlOptions, Operations } from './control.ts'
import { ControlRefusal, jsonBody } from './control-answer.ts'
import type { InvocationResult } from './invocation.ts'
import type { Supervisor } from './supervisor.ts'

/** Hands an event to a function in the process that hosts its kind, or in the other one while that is down. */
export function invokerOf(supervisor: Supervisor) {
  const [api, worker] = [supervisor.child('api'), supervisor.child('worker')]
  return async ({ name, isHttp }: LocalFunction, event: unknown): Promise<InvocationResult> => {
    const [first, second] = isHttp ? [api, worker] : [worker, api]
    const host = first.state === 'ready' ? first : second
    return await host.ask<InvocationResult>('invoke', { name, event })
  }
}

export function functionOperations({ supervisor, model }: ControlOptions): Operations {
  const invoke = invokerOf(supervisor)
  const sources = new Map<string, string[]>()
  const add = (name: string, source: string) => sources.set(name, [...(sources.get(name) ?? []), source])
  for (const { functionName, routeKey } of model.routes) add(functionName, routeKey)
  for (const { functionName, sourceArn } of [...model.streamMappings, ...model.queueMappings])
    add(functionName, sourceArn)
  for (const { functionName, expression } of model.schedules) add(functionName, expression)

  return {
    'GET /functions': () => {
      const items = model.functions.map(({ name, timeoutSeconds }) => {
        return { name, timeoutSeconds, sources: sources.get(name) ?? [] }
      })
      return { status: 200, body: { items } }
    },
    'POST /functions': async (request) => {
      const [name = ''] = request.segments
      const definition = model.functions.find((candidate) => candidate.name === name)
      if (!definition) throw new ControlRefusal(404, `There is no function "${name}".`)
      const { payload, fault } = await invoke(definition, jsonBody(request))
      if (fault) return { status: 502, body: { message: `${name} failed: ${fault.errorMessage}`, ...fault } }
      return { status: 200, body: payload }
    },
  }
}
