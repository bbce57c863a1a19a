import type { ControlOptions, Operations } from './control.ts'
import { type ControlAnswer, ControlRefusal, type ControlRequest, jsonBody } from './control-answer.ts'
import {
  type Disturbance,
  type FailpointName,
  type Fault,
  failpointNames,
  faultKinds,
  services,
  withFault,
} from './faults/disturbance.ts'

function oneOf<Name extends string>(names: readonly Name[], value: unknown, what: string): Name {
  const name = names.find((candidate) => candidate === value)
  if (name) return name
  throw new ControlRefusal(400, `${what} is one of ${names.join(', ')}.`)
}

function faultIn(body: Record<string, unknown>): Fault {
  const { rate } = body
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1))
    throw new ControlRefusal(400, '"rate" is a number from 0 to 1.')
  return {
    service: oneOf(services, body.service, '"service"'),
    kind: oneOf(faultKinds, body.kind, '"kind"'),
    rate,
  }
}

/** What is to go wrong: calls of the services that functions stand on, and the death of the worker at named points. */
export function faultOperations({ supervisor }: ControlOptions): Operations {
  const answer = ({ faults, failpoints }: Disturbance): ControlAnswer => ({
    status: 200,
    body: { faults, failpoints: Object.entries(failpoints).map(([name, times]) => ({ name, times })) },
  })
  const change = async (disturbance: Disturbance) => {
    await supervisor.disturb(disturbance)
    return answer(disturbance)
  }

  const withTimes = (name: FailpointName, times: number): Disturbance => {
    const { disturbance } = supervisor
    return { ...disturbance, failpoints: { ...disturbance.failpoints, [name]: times } }
  }

  /** Another call may have reached it first: then this one goes on, until the worker is dead. */
  async function reached(given: string): Promise<ControlAnswer> {
    const name = oneOf(failpointNames, given, 'The name')
    const times = supervisor.disturbance.failpoints[name] ?? 0
    if (times === 0) return { status: 200, body: { strikes: false } }
    const told = supervisor.disturb(withTimes(name, times - 1))
    void told.then(() => supervisor.child('worker').kill())
    return { status: 202, body: { strikes: true } }
  }

  return {
    'GET /faults': () => answer(supervisor.disturbance),
    'POST /faults': (request) => {
      const body = jsonBody(request)
      const seed = typeof body.seed === 'number' ? body.seed : supervisor.disturbance.seed
      return change({ ...withFault(supervisor.disturbance, faultIn(body)), seed })
    },
    'GET /failpoints': () => answer(supervisor.disturbance),
    'POST /failpoints': (request: ControlRequest) => {
      const [name = '', action] = request.segments
      if (action === 'reached') return reached(name)
      const body = jsonBody(request)
      const { times } = body
      if (typeof times !== 'number' || !Number.isInteger(times) || times < 0)
        throw new ControlRefusal(400, '"times" is a whole number; 0 ends it.')
      return change(withTimes(oneOf(failpointNames, body.name, '"name"'), times))
    },
  }
}
