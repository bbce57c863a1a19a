import type { Text } from '../runtime/text.ts'
import type { NamedTarget, StepSent, Whom } from './events.ts'

type Place = Pick<StepSent, 'step' | 'of' | 'round'>

/** Why this person is told, as they read it: "You are on call for Database, L3, step 2 of 3." */
export function reasonFor({ as }: Pick<Whom, 'as'>, place: Place): Text {
  const name = nameOf(as)
  const { en, de } = relations[as.kind === 'schedule' ? as.which : as.kind](name)
  return { en: `${en}, ${placeOf(place, 'en')}.`, de: `${de}, ${placeOf(place, 'de')}.` }
}

/** Why somebody is told, as others read it: "on call for Database, L3, step 2 of 3". */
export function factFor({ as }: Pick<Whom, 'as'>, place: Place): Text {
  const name = nameOf(as)
  const { en, de } = facts[as.kind === 'schedule' ? as.which : as.kind](name)
  return { en: `${en}, ${placeOf(place, 'en')}`, de: `${de}, ${placeOf(place, 'de')}` }
}

type Relation = Exclude<NamedTarget['kind'], 'schedule'> | 'now' | 'next'

const relations: Record<Relation, (name: string) => Text> = {
  now: (name) => ({ en: `You are on call for ${name}`, de: `Sie haben Bereitschaft für ${name}` }),
  next: (name) => ({
    en: `You are next on call for ${name}`,
    de: `Sie haben als Nächstes Bereitschaft für ${name}`,
  }),
  team: (name) => ({ en: `You are in the team ${name}`, de: `Sie gehören zum Team ${name}` }),
  manager: (name) => ({ en: `You lead the team ${name}`, de: `Sie leiten das Team ${name}` }),
  person: () => ({ en: 'The escalation policy names you', de: 'Der Eskalationsplan nennt Sie' }),
}

const facts: Record<Relation, (name: string) => Text> = {
  now: (name) => ({ en: `on call for ${name}`, de: `in Bereitschaft für ${name}` }),
  next: (name) => ({ en: `next on call for ${name}`, de: `als Nächstes in Bereitschaft für ${name}` }),
  team: (name) => ({ en: `in the team ${name}`, de: `im Team ${name}` }),
  manager: (name) => ({ en: `leads the team ${name}`, de: `leitet das Team ${name}` }),
  person: () => ({ en: 'named by the escalation policy', de: 'vom Eskalationsplan genannt' }),
}

/** The level, unless the name says it already: "L1 Service Desk" needs none. */
function nameOf({ name, level }: Pick<NamedTarget, 'name' | 'level'>): string {
  return level && !name.split(/\s+/).includes(level) ? `${name}, ${level}` : name
}

const words = {
  en: { step: 'step', of: 'of', round: 'round' },
  de: { step: 'Schritt', of: 'von', round: 'Runde' },
}

function placeOf({ step, of, round }: Place, language: keyof typeof words): string {
  const { [language]: word } = words
  const place = `${word.step} ${step} ${word.of} ${of}`
  return round > 1 ? `${place}, ${word.round} ${round}` : place
}
