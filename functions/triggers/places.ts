import { lineOf } from '../catalog/tree.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Trigger } from '../preferences/trigger.ts'
import { sha256 } from '../runtime/hash.ts'
import type { Around } from './match.ts'
import type { Occasion } from './occasion.ts'

/** A trigger stands in at most this many places, so that one transaction can change all of them. */
const mostPlaces = 40

/** What filters nothing stands in as many places by its owner: many may want that, and one partition would fill up. */
const shards = 4
const anyOf = (shard: number) => `any#${shard}`
const shardOf = (personId: string) => sha256(personId).charCodeAt(0) % shards

/**
 * Where a trigger is looked for: under each of its occasions with each value of its narrowest filter that does not take
 * too much room. One that asks how the incident concerns its owner is found with its owner, and stands nowhere else.
 */
export function placesOf({ on, where }: Pick<Trigger, 'on' | 'where'>, personId: string): string[] {
  const any = [anyOf(shardOf(personId))]
  if (where.mine) return []
  const candidates = [
    named('service', where.serviceIds),
    named('category', where.categoryIds),
    named('team', where.teamIds),
    named('priority', where.priorities),
    any,
  ]
  const fits = candidates.find(
    (values) => values.length > 0 && values.length * new Set(on).size <= mostPlaces,
  )
  return [...new Set(on)].flatMap((occasion) => (fits ?? any).map((value) => placeOf(occasion, value)))
}

/** The few places in which a trigger that this sets off can stand. */
export function placesFor(
  occasions: readonly Occasion[],
  incident: Pick<Incident, 'serviceId' | 'categoryId' | 'teamId' | 'priority'>,
  { categories }: Pick<Around, 'categories'>,
): string[] {
  const values = [
    ...named('service', incident.serviceId),
    ...named(
      'category',
      lineOf(categories, incident.categoryId).map(({ id }) => id),
    ),
    ...named('team', incident.teamId),
    ...named('priority', incident.priority),
    ...Array.from({ length: shards }, (_, shard) => anyOf(shard)),
  ]
  return occasions.flatMap((occasion) => values.map((value) => placeOf(occasion, value)))
}

const named = (filter: string, ids: string | readonly string[] | undefined): string[] =>
  [...new Set([ids ?? []].flat())].map((id) => `${filter}#${id}`)

const placeOf = (occasion: string, value: string) => `${occasion}#${value}`
