import { after, days, type Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { heartbeatSource } from './heartbeat-alert.ts'
import { windowsBetween } from './maintenance-windows.ts'
import { newestFirst } from './newest-first.ts'
import type { Occurrence } from './occurrence.ts'
import type { Week } from './rule-trial.ts'

const length = days(7)
/** As many as are replayed in a few seconds; of more the latest. */
const most = 20_000
/** What has ended lately and may have held something. */
const mostEnded = 100

/** What sources said in the last seven days, with the silences and maintenances of that time. */
export async function readWeek(now: Instant, services: Services): Promise<Week> {
  const from = after(now, -length)
  const { alertSources } = await services.settings.current()
  const sources = [...alertSources.map(({ id }) => id), heartbeatSource]
  const [said, controls] = await Promise.all([
    readLog(sources, { from, now }, services),
    readControls({ from, now }, services),
  ])
  return { from, to: now, ...said, ...controls }
}

async function readLog(
  sources: readonly string[],
  { from, now }: { from: Instant; now: Instant },
  { alerts }: Pick<Services, 'alerts'>,
): Promise<Pick<Week, 'log' | 'isComplete'>> {
  const found: Occurrence[] = []
  for (
    let day = now;
    day.slice(0, 10) >= from.slice(0, 10) && found.length <= most;
    day = after(day, -days(1))
  ) {
    const parts = sources.flatMap((id) => alerts.readLog(id, day.slice(0, 10)))
    // One more than is replayed tells that there is more.
    for (const one of await newestFirst(parts, most + 1 - found.length)) found.push(one)
  }
  const log = found.filter(({ receivedAt }) => receivedAt >= from)
  return { log: log.slice(0, most).reverse(), isComplete: log.length <= most }
}

async function readControls(
  { from, now }: { from: Instant; now: Instant },
  { silences, maintenances }: Pick<Services, 'silences' | 'maintenances'>,
): Promise<Pick<Week, 'silences' | 'maintenances'>> {
  const [silent, silenced, planned, held] = await Promise.all([
    silences.readLive(),
    silences.readPage('ended', { limit: mostEnded }),
    maintenances.readLive(),
    maintenances.readPage('ended', { limit: mostEnded }),
  ])
  return {
    silences: [...silent, ...silenced.items].filter(({ endsAt }) => endsAt > from),
    maintenances: [...planned, ...held.items].map((one) => ({
      ...{ id: one.id, serviceIds: one.serviceIds, matchers: one.matchers },
      windows: windowsBetween(one, from, now),
    })),
  }
}
