import type { Services } from '../runtime/services.ts'
import { groupId, groupPlace } from './group.ts'
import { wakeGroup } from './wake-group.ts'

const rounds = 30

/** The incident of a group has ended: what fires from now on is another problem, and so is what fired meanwhile. */
export async function closeGroup(id: string, services: Services): Promise<void> {
  const key = groupPlace(id)
  for (let round = 0; round < rounds; round++) {
    const group = key === undefined ? undefined : await services.alerts.readGroup(key)
    if (!group || groupId(group) !== id || group.state !== 'open') return
    const now = new Date().toISOString()
    const due = { ...group, dueAt: now, generation: group.generation + 1 }
    if (await services.alerts.saveGroup(group, due)) return wakeGroup(`grp_${group.key}`, services)
  }
  throw new Error(`${id} is changing too fast to be closed; it is tried again.`)
}
