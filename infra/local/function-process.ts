import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type AppModel, type LocalFunction, loadModel } from './app-model.ts'
import { readOffsetSeconds, ShiftedClock } from './clock.ts'
import { calm, type Disturbance, type FailpointName, isCalm, randomFrom } from './faults/disturbance.ts'
import { createFaultProxy } from './faults/fault-proxy.ts'
import { environmentAt } from './function-environment.ts'
import { createHost, type Host } from './host.ts'
import { type Place, placeFrom } from './place.ts'
import { listen, log } from './service-process.ts'

export interface FunctionProcess {
  place: Place
  model: AppModel
  clock: ShiftedClock
  host: Host
  /** Lets go wrong what is asked for, from now on. */
  disturb(disturbance: Disturbance): void
}

export interface FunctionProcessOptions {
  maximumInstances: (definition: LocalFunction) => number
  /** Answers whether this process is killed at the failpoint; one that is not given never is. */
  reach?: (place: Place, name: FailpointName) => Promise<boolean>
}

/** While files are watched, bundles run from where they are bundled: the assembly is not synthesized again. */
function bundleIn(place: Place, definition: LocalFunction): LocalFunction {
  if (process.env.EVENKEEL_WATCH !== '1') return definition
  return { ...definition, bundle: join(place.root, 'build', 'watched', definition.name, 'index.mjs') }
}

/** What a function wrote, as an object where it is JSON. */
function entryOf(line: string): object {
  try {
    const entry: unknown = JSON.parse(line)
    if (typeof entry === 'object' && entry !== null) return { entry }
  } catch {
    // Not every line that a function writes is JSON.
  }
  return { line }
}

/** What api and worker have in common: the app as synthesized, the clock and a host for functions. */
export async function startFunctionProcess({
  maximumInstances,
  reach = async () => false,
}: FunctionProcessOptions): Promise<FunctionProcess> {
  const place = placeFrom(process.env)
  const model = loadModel(place)
  const clock = new ShiftedClock()
  clock.offsetMs = readOffsetSeconds(place.dataFolder) * 1000
  const functions = model.functions.map((definition) => bundleIn(place, definition))
  let disturbance: Disturbance = JSON.parse(process.env.EVENKEEL_DISTURBANCE ?? 'null') ?? calm
  let random = randomFrom(disturbance.seed)
  const proxy = createFaultProxy({
    ports: place.ports,
    disturbance: () => disturbance,
    random: () => random(),
    reach: (name) => reach(place, name),
  })
  await listen(proxy, 0)
  const { port } = proxy.address() as AddressInfo
  // An undisturbed function talks to its services itself.
  const environmentOf = environmentAt(place, () => (isCalm(disturbance) ? undefined : port))
  const host = createHost({
    functions,
    clock,
    environmentOf,
    maximumInstances,
    log: (name, line) => log('info', 'function', { function: name, ...entryOf(line) }),
  })
  return {
    place,
    model,
    clock,
    host,
    disturb(wanted) {
      const isOther = isCalm(wanted) !== isCalm(disturbance)
      disturbance = wanted
      random = randomFrom(wanted.seed)
      if (isOther) host.replace()
    },
  }
}
