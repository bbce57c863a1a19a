import type { Change } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { after, type Instant, minutes } from '../runtime/instant.ts'
import { ok } from '../runtime/operation.ts'
import type { Services } from '../runtime/services.ts'
import { isOutrun } from '../runtime/stale.ts'
import { type Group, groupId, turnOf } from './group.ts'
import { continued, quietened, raised, rekindled } from './incident-turns.ts'
import { incidentOf } from './open-incident.ts'
import { holdBackAll, releaseAll } from './release-alerts.ts'

const rounds = 30
/** When a group was closed, it is looked through once more for alerts that came in at that very moment. */
const lastLook = minutes(1)

/** Lets a group do what is due by now: open its incident, follow it, resolve it, or rest. */
export async function wakeGroup(id: string, services: Services): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const now = new Date().toISOString()
    const [group, settings] = await Promise.all([
      services.alerts.readGroup(id.replace(/^grp_/, '')),
      services.settings.current(),
    ])
    if (!group?.dueAt || group.dueAt > now) return
    const incident = group.incidentId ? await services.incidents.readHead(group.incidentId) : undefined
    if (await turned(group, incident, { settings, now, services })) return
  }
  throw new Error(`${id} is changing too fast to be woken; it is tried again.`)
}

type Settings = Awaited<ReturnType<Services['settings']['current']>>
type Around = { settings: Settings; now: Instant; services: Services }

/** @returns whether nobody was faster. */
async function turned(group: Group, incident: Incident | undefined, around: Around): Promise<boolean> {
  const { now, services } = around
  const standing = incident && { isOpen: isOpen(incident.state), priority: incident.priority }
  const rested = { ...group, dueAt: undefined }
  const closed = { ...rested, state: 'closed' as const, closedAt: now }
  const incidentGoneOn = { ...around, group }
  switch (turnOf(group, standing, now)) {
    case 'open':
      return opened(group, around)
    case 'close': {
      const looking = incident ? { ...closed, ...nextLook(group, now) } : closed
      if (!(await services.alerts.saveGroup(group, looking))) return false
      if (incident) await readmit(group, incident, services)
      return true
    }
    case 'resolve': {
      if (!incident) return services.alerts.saveGroup(group, rested)
      const { change, isOver } = quietened(incident, around)
      return saved(change, isOver ? closed : { ...rested, isQuiet: true }, incidentGoneOn)
    }
    case 'rekindle': {
      if (!incident) return services.alerts.saveGroup(group, rested)
      // Whether it is more urgent as well is asked with the next look, at once.
      const next = { ...group, isQuiet: undefined, generation: group.generation + 1 }
      if (!(await saved(rekindled(incident, group, around), next, incidentGoneOn))) return false
      return turned(next, incident, around)
    }
    case 'raise': {
      if (!incident) return services.alerts.saveGroup(group, rested)
      return saved(raised(incident, group, around), { ...rested, told: group.priority }, incidentGoneOn)
    }
    case 'rest':
      if (group.state === 'closed' && incident) await readmit(group, incident, services)
      return services.alerts.saveGroup(group, rested)
  }
}

const nextLook = ({ generation }: Group, now: Instant) => ({
  dueAt: after(now, lastLook),
  generation: generation + 1,
})

/** What is held by now waits no more in the group; only what is left opens an incident, if anything is. */
async function opened(group: Group, around: Around): Promise<boolean> {
  const { services, settings, now } = around
  await holdBackAll(groupId(group), services)
  const before = group.continues ? await services.incidents.readHead(group.continues) : undefined
  const change =
    (before && continued(before, group, around)) ??
    incidentOf(group, { id: await services.incidents.nextId(), settings, now })
  const open = {
    ...group,
    ...{ state: 'open' as const, incidentId: change.after.id, told: group.priority, dueAt: undefined },
  }
  if (!(await saved(change, open, { ...around, group }))) return false
  // The last look at the group before was given up for this one.
  if (before) await readmit({ ...group, serial: group.serial - 1 }, before, services)
  return true
}

async function saved(
  change: Change,
  after: Group,
  { group, services, settings, now }: Around & { group: Group },
): Promise<boolean> {
  const writes = services.alerts.groupWrites(group, after)
  try {
    if (change.events.length === 0) return services.alerts.saveGroup(group, after)
    await services.saveIncident(change, { now, settings, writes, answer: () => ok(undefined) })
    return true
  } catch (error) {
    if (isOutrun(error)) return false
    throw error
  }
}

/** Alerts that joined when the incident had ended already are a problem of their own. */
async function readmit(
  group: Pick<Group, 'key' | 'serial'>,
  incident: Incident,
  services: Services,
): Promise<void> {
  const endedAt = endOf(incident)
  if (endedAt) await releaseAll(groupId(group), services, endedAt)
}

function endOf(incident: Incident): Instant | undefined {
  switch (incident.state) {
    case 'resolved':
    case 'closed':
      return incident.resolvedAt
    case 'canceled':
      return incident.closedAt
    default:
      return undefined
  }
}
