import type { Services } from '../runtime/services.ts'
import { groupId, groupPlace } from './group.ts'
import { wakeGroup } from './wake-group.ts'

/** The incident of a group has ended: what fires from now on is another problem, and so is what fired meanwhile. */
export async function closeGroup(id: string, services: Services): Promise<void> {
  const key = groupPlace(id)
  const group = key === undefined ? undefined : await services.alerts.readGroup(key)
  if (!group || groupId(group) !== id || group.state !== 'open') return
  const now = new Date().toISOString()
  await services.alerts.saveGroup(group, { ...group, dueAt: now, generation: group.generation + 1 })
  await wakeGroup(`grp_${group.key}`, services)
}
