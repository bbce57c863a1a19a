import { dueChange } from '../incidents/wake.ts'
import { ok } from './operation.ts'
import { wakes } from './reactions.ts'
import type { Services } from './services.ts'
import { isOutrun } from './stale.ts'

/** Changes of one wake (steps that are due together, and retries after somebody else was faster). */
const rounds = 60

/** @throws Error when there is no such incident, or it changes too fast. */
export async function wakeIncident(
  id: string,
  { incidents, settings, oncall, saveIncident }: Services,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const now = new Date().toISOString()
    const [incident, current, overrides] = await Promise.all([
      incidents.readHead(id),
      settings.current(),
      oncall.overridesFrom(now),
    ])
    if (!incident) throw new Error(`There is no ${id} to be woken.`)
    const change = dueChange(incident, now, { ...current, overrides }, wakes)
    if (!change) return
    await saveIncident(change, { now, settings: current, answer: () => ok(undefined) }).catch(unlessOutrun)
  }
  throw new Error(`${id} is changing too fast to be woken; it is tried again.`)
}

function unlessOutrun(error: unknown) {
  if (!isOutrun(error)) throw error
}
