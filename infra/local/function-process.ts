import { join } from 'node:path'
import { type AppModel, type LocalFunction, loadModel } from './app-model.ts'
import { readOffsetSeconds, ShiftedClock } from './clock.ts'
import { environmentAt } from './function-environment.ts'
import { createHost, type Host } from './host.ts'
import { type Place, placeFrom } from './place.ts'
import { log } from './service-process.ts'

export interface FunctionProcess {
  place: Place
  model: AppModel
  clock: ShiftedClock
  host: Host
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
export function startFunctionProcess(
  maximumInstances: (definition: LocalFunction) => number,
): FunctionProcess {
  const place = placeFrom(process.env)
  const model = loadModel(place)
  const clock = new ShiftedClock()
  clock.offsetMs = readOffsetSeconds(place.dataFolder) * 1000
  const functions = model.functions.map((definition) => bundleIn(place, definition))
  const environmentOf = environmentAt(place)
  const host = createHost({
    functions,
    clock,
    environmentOf,
    maximumInstances,
    log: (name, line) => log('info', 'function', { function: name, ...entryOf(line) }),
  })
  return { place, model, clock, host }
}
