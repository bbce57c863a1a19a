import type { Incident } from '../incidents/incident.ts'
import { earliest } from '../runtime/instant.ts'
import type { Clock } from './clock.ts'
import type { StoredPause } from './pauses.ts'
import type { ClockName } from './promise.ts'

/**
 * What a head keeps of its deadlines: its clocks, each with its promise, and when they stood still.
 * The windows are those of the calendar in force, so they are not here.
 */
export type SlaSlice = {
  pauses?: readonly StoredPause[]
  response?: Clock
  resolution?: Clock
}

export const slaOf = (incident: Incident) => incident.slices.sla as SlaSlice | undefined

/** When the clock's promise was done; undefined while it runs. What is solved without a word needs no response. */
export function endOf(name: ClockName, incident: Incident): string | undefined {
  const solvedAt = 'resolvedAt' in incident ? incident.resolvedAt : undefined
  return name === 'response'
    ? earliest([incident.acknowledgedAt, solvedAt].flatMap((at) => at ?? []))
    : solvedAt
}
