import { elapsed, hours, type Instant } from '../runtime/instant.ts'
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

/** Well within the stretch of windows that is reckoned at once. */
const reckonedFor = hours(1)

export function openMaintenances(table: Table) {
  const controls = openControls<Maintenance, MaintenanceEvent>(table, {
    name: 'maintenance',
    turnOf: turnOfMaintenance,
    woken: wokenMaintenance,
  })
  let reckoned = new Map<string, { version: number; at: Instant; maintaining: Maintaining }>()

  return {
    ...controls,

    /** What the pipeline asks, with each batch: those with a window near an instant. Windows are reckoned once an hour. */
    async readNear(now: Instant): Promise<Maintaining[]> {
      const live = await controls.readLive()
      const known = reckoned
      reckoned = new Map(
        live.map((one) => {
          const last = known.get(one.id)
          const isFresh = last?.version === one.version && Math.abs(elapsed(last.at, now)) < reckonedFor
          const { id, version } = one
          return [id, last && isFresh ? last : { version, at: now, maintaining: maintainingOf(one, now) }]
        }),
      )
      return [...reckoned.values()]
        .map(({ maintaining }) => maintaining)
        .filter(({ windows }) => windows.length > 0)
    },
  }
}
export type Maintenances = ReturnType<typeof openMaintenances>
