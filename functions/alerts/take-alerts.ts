import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import type { Services } from '../runtime/services.ts'
import { type Alert, alertId } from './alert.ts'
import { type Around, type Decision, decide } from './decide.ts'
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

/** Tells the time of each round: a decision is as of the moment at which it is made, however long the batch is. */
export type Clock = () => Instant

/**
 * Takes what sources said, in the order in which they said it. Whatever was decided is stored whole, and saying it again
 * changes nothing, so that a message may come as often as it likes.
 * @param recent what this container took a moment ago, which is not even read again
 * @throws Error when others are faster again and again; what was not stored is then not lost but said again.
 */
export async function takeAlerts(
  occurrences: readonly Occurrence[],
  clock: Clock,
  services: Surroundings,
  recent?: Recent,
): Promise<void> {
  const now = clock()
  const news = folded(occurrences).filter((one) => !recent?.repeats(one, now))
  for (const slice of slices(news)) {
    const stored = new Map<string, Alert>()
    await settle(slice, { services, clock }, (rest, around) =>
      rest.flatMap((occurrence): Decided[] => {
        const decision = decide(occurrence, around)
        const alert = around.world.alerts.get(alertId(occurrence))
        if (alert) stored.set(alertId(occurrence), alert)
        return decision ? [{ ...decision, occurrence }] : []
      }),
    )
    for (const one of slice) recent?.took(one, stored.get(alertId(one)))
  }
}

type Deciding = (alert: Alert, around: Around) => Decision | undefined

/** Decides anew on alerts as they are stored, with no word of their source. @param ids up to 90 */
export async function reconsider(
  ids: readonly string[],
  clock: Clock,
  services: Surroundings,
  deciding: Deciding,
): Promise<void> {
  const known = await services.alerts.readStored({ alerts: ids, groups: [], counters: [] })
  await settle([...known.alerts.values()], { services, clock }, (rest, around) =>
    rest.flatMap((one) => {
      const alert = around.world.alerts.get(alertId(one))
      return (alert && deciding(alert, around)) ?? []
    }),
  )
}

type Subject = Occurrence | Alert
/** Reads, decides and stores until nothing is left that others were faster at. */
async function settle<Rest extends Subject>(
  all: readonly Rest[],
  { services: { alerts, settings, silences, maintenances }, clock }: { services: Surroundings; clock: Clock },
  decideOn: (rest: readonly Rest[], around: Around) => Decided[],
): Promise<void> {
  let rest = all
  for (let round = 0; rest.length > 0; round++) {
    if (round === rounds) throw new Error(`${rest.length} alerts change too fast; they are tried again.`)
    const now = clock()
    // The set-up is asked for beside the rest, and is the one of this container's last read most of the time.
    const guess = settings.lastRead() ?? (await settings.current())
    const [setup, guessed, silenced, maintained] = await Promise.all([
      settings.current(),
      alerts.readStored(askedFor(rest, guess)),
      silences.readActive(now),
      maintenances.readNear(now),
    ])
    const stored = setup === guess ? guessed : await alerts.readStored(askedFor(rest, setup))
    const world: World = { ...stored, silences: silenced, maintenances: maintained }
    await completeGroups(world, alerts, askedFor(rest, setup).groups)
    const groups = new Map(world.groups)
    const outrun = await alerts.save(decideOn(rest, { world, setup, now }), groups, now)
    if (outrun.length > 0) log.info('alerts outrun', { round, count: outrun.length })
    const again = new Set(outrun.map(({ alert }) => alertId(alert)))
    rest = rest.filter((one) => again.has(alertId(one)))
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

/** An alert may still belong to a group that it would not enter today, because rules or labels were others. */
async function completeGroups(
  world: World,
  alerts: Services['alerts'],
  asked: readonly string[],
): Promise<void> {
  const own = [...world.alerts.values()].flatMap(({ grouped }) => grouped?.key ?? [])
  const missing = [...new Set(own)].filter((key) => !asked.includes(key))
  if (missing.length === 0) return
  const { groups } = await alerts.readStored({ alerts: [], groups: missing, counters: [] })
  for (const [key, group] of groups) world.groups.set(key, group)
}

/**
 * What is said twice in a row of one alert is said once: its last word counts, and of two beginnings or ends the later.
 */
export function folded(occurrences: readonly Occurrence[]): Occurrence[] {
  const lastOf = new Map<string, Occurrence>()
  const kept = new Set<Occurrence>()
  for (const occurrence of occurrences) {
    const id = alertId(occurrence)
    const last = lastOf.get(id)
    const isSame = last?.status === occurrence.status && last.severity === occurrence.severity
    if (last && isSame) kept.delete(last)
    const said = last && isSame && saidLater(last, occurrence) ? last : occurrence
    lastOf.set(id, said)
    kept.add(said)
  }
  return [...kept]
}

const saidLater = (one: Occurrence, other: Occurrence): boolean =>
  (one.startsAt ?? '') > (other.startsAt ?? '') ||
  (one.startsAt === other.startsAt && (one.saidAt ?? '') > (other.saidAt ?? ''))

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
