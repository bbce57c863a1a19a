import type { Maintenance } from '../lib/alerts/contract.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type MaintenancesData = { all: Maintenance[]; services: Thing[] }

/** Maintenances, and what they may be about, asked for at once. */
export async function loadMaintenances(visit: Visit): Promise<{ ui: Ui; data: MaintenancesData }> {
  const { api } = visit
  const [person, all, services] = await Promise.all([
    knownPerson(visit),
    api.maintenances(),
    api.things('services'),
  ])
  return {
    ui: visit.uiFor(person, all.now),
    data: { all: all.body.items, services: services.body.items },
  }
}
