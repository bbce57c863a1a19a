import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { holdBack, release } from './decide.ts'
import { type Clock, reconsider } from './take-alerts.ts'

const pageSize = 90
const realClock: Clock = () => new Date().toISOString()

/** Page by page, everything that fires and belongs to a group or to what holds alerts. */
async function eachPage(id: string, { alerts }: Services, take: (ids: string[]) => Promise<void>) {
  let cursor: string | undefined
  do {
    const page = await alerts.belongingTo(id, { limit: pageSize, cursor })
    const ids = page.items.filter(({ status }) => status === 'firing').map((row) => row.id)
    if (ids.length > 0) await take(ids)
    cursor = page.nextCursor
  } while (cursor)
}

/**
 * Sends on their way again all alerts that a control holds, or of a closed group those that joined it at an instant or
 * later.
 */
export const releaseAll = (id: string, services: Services, since?: Instant): Promise<void> =>
  eachPage(id, services, (ids) =>
    reconsider(ids, realClock, services, (alert, around) => release(alert, around, since)),
  )

/** Takes out of a group that waits what something holds by now. */
export const holdBackAll = (groupId: string, services: Services): Promise<void> =>
  eachPage(groupId, services, (ids) => reconsider(ids, realClock, services, holdBack))

/** Lets an alert that is held ask again; quiet when it is not due (any more). */
export async function wakeAlert(id: string, services: Services): Promise<void> {
  const alert = await services.alerts.read(id)
  if (!alert?.hold || alert.hold.asksAt > realClock()) return
  await reconsider([id], realClock, services, release)
}

/** A counter of inhibition fell: with no cause left, what it held goes on. */
export async function wakeInhibition(counter: string, services: Services): Promise<void> {
  const found = await services.alerts.readCounter(counter)
  if (!found) return
  if (found.firing <= 0) await releaseAll(counter, services)
  await services.alerts.calm(counter, found.generation)
}
