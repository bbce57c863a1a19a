import type { Person } from '../people/person.ts'
import { channelFor } from '../preferences/channel-for.ts'
import type { Channel, Preferences } from '../preferences/preferences.ts'
import type { DefaultTrigger, Trigger } from '../preferences/trigger.ts'
import { roles } from '../runtime/roles.ts'
import type { Services } from '../runtime/services.ts'
import { type Around, concernedBy, type Happened, isMeant, mayKnow, setsOff } from './match.ts'
import { occasionsOf } from './occasion.ts'
import { placesFor } from './places.ts'
import type { Placed } from './store.ts'

/** Somebody who is to be told in one way, and the trigger that says so: of several, the one that reaches them first. */
export type Match = {
  person: Person
  preferences: Preferences
  channel: Channel
  trigger: Trigger | DefaultTrigger
  from: 'own' | 'role'
}
type Candidate = Pick<Placed, 'personId'> & Pick<Match, 'trigger' | 'from'>
type Stores = Pick<Services, 'people' | 'triggers' | 'preferences'>

const largestBatch = 100

/**
 * Everybody whom their own triggers, or those of their role, tell of an event; each once in each way. Reads the
 * triggers of those whom the incident concerns, the few places where others can stand, and the rosters that a trigger
 * of a role names.
 */
export async function findMatches(
  happened: Happened,
  settings: Around & { triggerDefaults: readonly DefaultTrigger[] },
  stores: Stores,
): Promise<Match[]> {
  const occasions = occasionsOf(happened.event)
  if (occasions.length === 0) return []
  const concerned = concernedBy(happened.incident, settings)
  const defaults = settings.triggerDefaults.filter((trigger) => isMeant(happened, trigger, settings))
  const places = placesFor(occasions, happened.incident, settings)
  const [theirs, standing, ofRoles] = await Promise.all([
    stores.triggers.ofPeople(concerned),
    Promise.all(places.map((place) => stores.triggers.standingIn(place))),
    candidatesOfRoles(defaults, concerned, stores),
  ])
  const mine = [...theirs].flatMap(([personId, { items }]) =>
    items.filter(({ where }) => where.mine).map((trigger) => ({ personId, trigger })),
  )
  const own = [...mine, ...standing.flat()].map((one): Candidate => ({ ...one, from: 'own' }))
  const setOff = [...own, ...ofRoles].filter(({ personId, trigger }) =>
    setsOff(happened, trigger, personId, settings),
  )
  return chosen(setOff, happened, stores)
}

/** Triggers of roles with everybody whom they may be for; whether somebody holds the role is looked at later. */
async function candidatesOfRoles(
  defaults: readonly DefaultTrigger[],
  concerned: readonly string[],
  { people }: Stores,
): Promise<Candidate[]> {
  const wide = defaults.filter(({ where }) => !where.mine)
  const listed = roles.filter((role) => wide.some((trigger) => trigger.roles.includes(role)))
  const rosters = new Map<string, string[]>()
  for (const role of listed) {
    if (role === 'requester') continue
    const ids: string[] = []
    for await (const page of people.withRole(role)) ids.push(...page.map(({ id }) => id))
    rosters.set(role, ids)
  }
  return defaults.flatMap((trigger) => {
    const members = trigger.where.mine ? [] : trigger.roles.flatMap((role) => rosters.get(role) ?? [])
    return [...new Set([...concerned, ...members])].map(
      (personId): Candidate => ({ personId, trigger, from: 'role' }),
    )
  })
}

async function chosen(
  candidates: readonly Candidate[],
  happened: Happened,
  { people, triggers, preferences }: Stores,
): Promise<Match[]> {
  const byPerson = Map.groupBy(candidates, ({ personId }) => personId)
  const ids = [...byPerson.keys()]
  const matches: Match[] = []
  for (let start = 0; start < ids.length; start += largestBatch) {
    const batch = ids.slice(start, start + largestBatch)
    const [found, sets, wishes] = await Promise.all([
      people.readMany(batch),
      triggers.ofPeople(batch),
      preferences.readMany(batch),
    ])
    for (const person of found.filter((one) => mayKnow(happened, one))) {
      const off = sets.get(person.id)?.off ?? []
      const theirs = wishes.get(person.id) ?? { shiftReminders: [] }
      const ranked = (byPerson.get(person.id) ?? [])
        .filter(({ trigger, from }) => from === 'own' || isFor(trigger, person, off))
        .sort((a, b) => rankOf(a) - rankOf(b))
      const ways = Map.groupBy(ranked, ({ trigger }) => channelOf(trigger, theirs))
      for (const [channel, [best]] of ways) {
        if (best)
          matches.push({ person, preferences: theirs, channel, trigger: best.trigger, from: best.from })
      }
    }
  }
  return matches
}

const channelOf = ({ digest, channel }: Match['trigger'], preferences: Preferences): Channel =>
  digest ? 'mail' : channelFor({ preferences, channel })

const isFor = (trigger: Match['trigger'], { roles: held }: Person, off: readonly string[]): boolean =>
  !off.includes(trigger.id) &&
  'roles' in trigger &&
  trigger.roles.some((role) => role === 'requester' || held.includes(role))

/** At once before later, one's own before that of the role. */
const rankOf = ({ trigger, from }: Candidate): number => (trigger.digest ? 2 : 0) + (from === 'own' ? 0 : 1)
