import type { Named } from '../contract.ts'
import type { Locale } from '../locale.ts'
import { nameIn } from '../names.ts'
import type { Option, Thing } from './blueprint.ts'
import { at } from './blueprint.ts'

/** The collections that others refer to by id. */
export const referred = [
  'services',
  'categories',
  'teams',
  'calendars',
  'components',
  'people',
  'schedules',
] as const
type Referred = (typeof referred)[number]
export type Context = Record<Referred, Thing[]>

export const textIn = (thing: Thing, path: string): string => {
  const value = at(thing, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The name of anything that the set-up knows: in the reader's language, or in the only one that it has. */
export function nameOfThing(thing: Thing, locale: Locale): string {
  const name = thing.name
  if (typeof name === 'string') return name
  const { en = '', de = '' } = (name ?? {}) as { en?: string; de?: string }
  return nameIn({ en, de }, locale) || textIn(thing, 'id')
}

export const optionsOf = (things: readonly Thing[], locale: Locale): Option[] =>
  things.map((thing) => ({ value: textIn(thing, 'id'), label: nameOfThing(thing, locale) }))

/** People, as lists of them are offered. */
export const namedIn = (things: readonly Thing[]): Named[] =>
  things.map((thing) => ({ id: textIn(thing, 'id'), name: textIn(thing, 'name') }))

/** The names behind a list of ids, for a line of a list. */
export const namesFor = (ids: unknown, things: readonly Thing[], locale: Locale): string =>
  (Array.isArray(ids) ? ids : [ids])
    .flatMap((id) => {
      const found = things.find((thing) => thing.id === id)
      return found ? nameOfThing(found, locale) : []
    })
    .join(', ')
