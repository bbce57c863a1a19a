import type { Services } from '../runtime/services.ts'
import type { AlertRow } from './lists.ts'
import { releaseAlerts } from './take-alerts.ts'

const pageSize = 90

/** Sends on their way again all alerts that a control holds, or of a group those that are chosen, page by page. */
export async function releaseAll(
  id: string,
  services: Services,
  isMeant: (row: AlertRow) => boolean = () => true,
): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await services.alerts.belongingTo(id, { limit: pageSize, cursor })
    const ids = page.items.filter((row) => row.status === 'firing' && isMeant(row)).map((row) => row.id)
    if (ids.length > 0) await releaseAlerts(ids, new Date().toISOString(), services)
    cursor = page.nextCursor
  } while (cursor)
}

/** A counter of inhibition fell: with no cause left, what it held goes on. */
export async function wakeInhibition(counter: string, services: Services): Promise<void> {
  const found = await services.alerts.readCounter(counter)
  if (!found) return
  if (found.firing <= 0) await releaseAll(counter, services)
  await services.alerts.calm(counter, found.generation)
}
