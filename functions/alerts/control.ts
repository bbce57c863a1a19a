import type { Instant } from '../runtime/instant.ts'
import { type Facts, type Matcher, matchesAll } from './matcher.ts'

/** A silence, as the pipeline asks it: what it is about and when. */
export type Silencing = { id: string; matchers: readonly Matcher[]; startsAt: Instant; endsAt: Instant }

/** A maintenance, with the windows of it that are near: a recurring one has several. */
export type Maintaining = {
  id: string
  serviceIds: readonly string[]
  matchers: readonly Matcher[]
  windows: readonly { from: Instant; to: Instant }[]
}

/** The silence that holds longest, of those that match at this instant. */
export const silencing = (
  silences: readonly Silencing[],
  facts: Facts,
  now: Instant,
): Silencing | undefined =>
  silences
    .filter(
      ({ matchers, startsAt, endsAt }) => startsAt <= now && now < endsAt && matchesAll(matchers, facts),
    )
    .sort((a, b) => (a.endsAt < b.endsAt ? 1 : -1))[0]

/** The maintenance that covers an alert at this instant, with the end of its window. */
export function maintaining(
  maintenances: readonly Maintaining[],
  facts: Facts & { serviceId?: string },
  now: Instant,
): { id: string; until: Instant } | undefined {
  return maintenances
    .filter(({ serviceIds, matchers }) => {
      const isService = facts.serviceId !== undefined && serviceIds.includes(facts.serviceId)
      return (isService || (serviceIds.length === 0 && matchers.length > 0)) && matchesAll(matchers, facts)
    })
    .flatMap(({ id, windows }) =>
      windows.filter(({ from, to }) => from <= now && now < to).map(({ to }) => ({ id, until: to })),
    )
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0]
}
