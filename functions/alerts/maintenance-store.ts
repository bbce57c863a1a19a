import type { Instant } from '../runtime/instant.ts'
import type { Table } from '../runtime/table.ts'
import type { Maintaining } from './control.ts'
import { openControls } from './control-store.ts'
import {
  type Maintenance,
  type MaintenanceEvent,
  maintainingOf,
  turnOfMaintenance,
  wokenMaintenance,
} from './maintenance.ts'

export function openMaintenances(table: Table) {
  const controls = openControls<Maintenance, MaintenanceEvent>(table, {
    name: 'maintenance',
    turnOf: turnOfMaintenance,
    woken: wokenMaintenance,
  })
  return {
    ...controls,

    /** What the pipeline asks: those with a window near an instant. */
    readNear: async (now: Instant): Promise<Maintaining[]> =>
      (await controls.readLive())
        .map((one) => maintainingOf(one, now))
        .filter(({ windows }) => windows.length > 0),
  }
}
export type Maintenances = ReturnType<typeof openMaintenances>
