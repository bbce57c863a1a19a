import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import type { Services } from '../runtime/services.ts'
import { type Alert, alertId } from './alert.ts'
import { decide, release } from './decide.ts'
import type { World } from './enter.ts'
import type { Occurrence } from './occurrence.ts'
import type { Recent } from './recent.ts'
import { symptomOf } from './stages/inhibit.ts'
import type { Asked } from './store.ts'
import { type AlertSetup, treatmentOf } from './treatment.ts'
import type { Decided } from './writes.ts'

/** Occurrences that are read and decided together: each of another alert. */
const largestSlice = 90
const rounds = 12

type Surroundings = Pick<Services, 'alerts' | 'settings' | 'silences' | 'maintenances'>

/**
 * Takes what sources said, in the order in which they said it. Whatever was decided is stored whole, and saying it again
 * changes nothing, so that a message may come as often as it likes.
 * @param recent what this container took a moment ago, which is not even read again
 * @throws Error when others are faster again and again; what was not stored is then not lost but said again.
 */
export async function takeAlerts(
  occurrences: readonly Occurrence[],
  now: Instant,
  services: Surroundings,
  recent?: Recent,
): Promise<void> {
  const news = folded(occurrences).filter((one) => !recent?.repeats(one, now))
  for (const slice of slices(news)) {
    const stored = new Map<string, Alert>()
    await settle(slice, services, (rest, setup) => ({
      asked: askedFor(rest, setup),
      decideOn: (world: World) =>
        rest.flatMap((occurrence): Decided[] => {
          const decision = decide(occurrence, world, setup, now)
          const alert = world.alerts.get(alertId(occurrence))
          if (alert) stored.set(alertId(occurrence), alert)
          return decision ? [{ ...decision, occurrence }] : []
        }),
      remaining: (outrun: ReadonlySet<string>) => rest.filter((one) => outrun.has(alertId(one))),
      now,
    }))
    for (const one of slice) recent?.took(one, stored.get(alertId(one)))
  }
}

/** Sends alerts that were held on their way again, as far as they come now. @param ids up to 90 */
export async function releaseAlerts(
  ids: readonly string[],
  now: Instant,
  services: Surroundings,
): Promise<void> {
  const known = await services.alerts.readStored({ alerts: ids, groups: [], counters: [] })
  await settle([...known.alerts.values()], services, (rest, setup) => ({
    asked: askedFor(rest, setup),
    decideOn: (world: World) =>
      rest.flatMap((one): Decided[] => {
        const alert = world.alerts.get(alertId(one))
        const decision = alert && release(alert, world, setup, now)
        return decision ? [decision] : []
      }),
    remaining: (outrun: ReadonlySet<string>) => rest.filter((one) => outrun.has(alertId(one))),
    now,
  }))
}

type Subject = Occurrence | Alert
type Turn<Rest> = {
  asked: Asked
  decideOn: (world: World) => Decided[]
  remaining: (outrun: ReadonlySet<string>) => Rest[]
  now: Instant
}

/** Reads, decides and stores until nothing is left that others were faster at. */
async function settle<Rest extends Subject>(
  all: readonly Rest[],
  { alerts, settings, silences, maintenances }: Surroundings,
  turn: (rest: readonly Rest[], setup: AlertSetup) => Turn<Rest>,
): Promise<void> {
  let rest = all
  for (let round = 0; rest.length > 0; round++) {
    if (round === rounds) throw new Error(`${rest.length} alerts change too fast; they are tried again.`)
    // The set-up is asked for beside the rest, and is the one of this container's last read most of the time.
    const guess = settings.lastRead() ?? (await settings.current())
    const { asked, now } = turn(rest, guess)
    const [setup, stored, silenced, maintained] = await Promise.all([
      settings.current(),
      alerts.readStored(asked),
      silences.readActive(now),
      maintenances.readNear(now),
    ])
    const world: World = { ...stored, silences: silenced, maintenances: maintained }
    await completeGroups(world, { alerts, rest, setup, asked: asked.groups })
    const groups = new Map(world.groups)
    const { decideOn, remaining } = turn(rest, setup)
    const outrun = await alerts.save(decideOn(world), groups, now)
    if (outrun.length > 0) log.info('alerts outrun', { round, count: outrun.length })
    rest = remaining(new Set(outrun.map(({ alert }) => alertId(alert))))
  }
}

/** What stages will ask for, as far as it is known before the alerts themselves are. */
function askedFor(rest: readonly Subject[], setup: AlertSetup): Asked {
  return {
    alerts: rest.map(alertId),
    groups: rest.map((one) => treatmentOf(one, setup).groupKey),
    counters: rest.flatMap((one) => symptomOf(one, setup.alertRules).map(({ counter }) => counter)),
  }
}

type Completing = {
  alerts: Services['alerts']
  rest: readonly Subject[]
  setup: AlertSetup
  /** The keys of groups that were read already. */
  asked: readonly string[]
}

/** An alert may still belong to a group that it would not enter today, because rules or labels were others. */
async function completeGroups(world: World, { alerts, rest, setup, asked }: Completing): Promise<void> {
  const needed = new Set([
    ...[...world.alerts.values()].flatMap(({ grouped }) => grouped?.key ?? []),
    ...rest.map((one) => treatmentOf(one, setup).groupKey),
  ])
  const missing = [...needed].filter((key) => !asked.includes(key))
  if (missing.length === 0) return
  const { groups } = await alerts.readStored({ alerts: [], groups: missing, counters: [] })
  for (const [key, group] of groups) world.groups.set(key, group)
}

/** What is said twice in a row of one alert is said once: its last word counts. */
export function folded(occurrences: readonly Occurrence[]): Occurrence[] {
  const lastOf = new Map<string, Occurrence>()
  const kept = new Set<Occurrence>()
  for (const occurrence of occurrences) {
    const id = alertId(occurrence)
    const last = lastOf.get(id)
    const isSame =
      last?.status === occurrence.status &&
      last.startsAt === occurrence.startsAt &&
      last.severity === occurrence.severity
    if (last && isSame) kept.delete(last)
    lastOf.set(id, occurrence)
    kept.add(occurrence)
  }
  return [...kept]
}

/** Slices in which no alert comes twice, so that each is decided on what the slice before left. */
function* slices(occurrences: readonly Occurrence[]): Generator<Occurrence[]> {
  let slice: Occurrence[] = []
  let ids = new Set<string>()
  for (const occurrence of occurrences) {
    const id = alertId(occurrence)
    if (slice.length === largestSlice || ids.has(id)) {
      yield slice
      slice = []
      ids = new Set()
    }
    slice.push(occurrence)
    ids.add(id)
  }
  if (slice.length > 0) yield slice
}
