import type { Choice, LocalName, Named, Team } from './contract.ts'
import type { Locale } from './locale.ts'

export const nameIn = (name: LocalName, locale: Locale): string =>
  typeof name === 'string' ? name : name[locale]

/** The name behind an id, or the id while nobody knows better. */
export const namesOf =
  (choices: readonly Choice[], locale: Locale) =>
  (id: string | undefined): string => {
    const found = choices.find((choice) => choice.id === id)
    return found ? nameIn(found.name, locale) : (id ?? '')
  }

/** Names of teams and of the people in them. */
export function teamNames(teams: readonly Team[], locale: Locale) {
  const people: Named[] = teams.flatMap(({ members }) => members ?? [])
  const team = namesOf(teams, locale)
  const person = (id: string | undefined) => people.find((member) => member.id === id)?.name ?? id ?? ''
  return { team, person, any: (id: string) => (teams.some((one) => one.id === id) ? team(id) : person(id)) }
}
