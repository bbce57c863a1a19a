import type { Services } from '../runtime/services.ts'
import type { Alert } from './alert.ts'

/** In a storm as many are looked at, the most severe first. */
const most = 1000
const pageSize = 100

/** The alerts that fire, with all that is known of them. */
export async function readFiring({
  alerts,
  settings,
}: Pick<Services, 'alerts' | 'settings'>): Promise<{ alerts: Alert[]; isComplete: boolean }> {
  const { teams } = await settings.current()
  const teamIds = teams.map(({ id }) => id)
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await alerts.ofTeams(teamIds, 'firing', { limit: pageSize, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor && ids.length < most)
  const stored = await alerts.readStored({ alerts: ids.slice(0, most), groups: [], counters: [] })
  const found = ids.flatMap((id) => stored.alerts.get(id) ?? [])
  return { alerts: found.filter((one) => one.status === 'firing'), isComplete: !cursor }
}
