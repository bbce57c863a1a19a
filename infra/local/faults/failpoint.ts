import type { Place } from '../place.ts'
import { loopback } from '../ports.ts'
import type { FailpointName } from './disturbance.ts'

/** Asks the supervisor, which counts what outlives this process, and kills it. */
export async function reachFailpoint({ ports }: Place, name: FailpointName): Promise<boolean> {
  const answer = await fetch(`${loopback(ports.control)}/failpoints/${name}/reached`, {
    method: 'POST',
    headers: { 'evenkeel-process': 'worker' },
  })
  return answer.status === 202
}
