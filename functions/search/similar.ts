import type { IncidentRow } from '../incidents/representation.ts'
import { days, elapsed, type Instant } from '../runtime/instant.ts'
import type { Reading, SearchLists, WordItem } from './lists.ts'
import { idAt } from './place.ts'
import { mayHave } from './signature.ts'
import { tokensOf } from './words.ts'

const mostWords = 12
const itemsPerWord = 25
const mostShown = 5
const mostChecked = 15
/** Less in common is chance. */
const leastScore = 0.2
const year = days(365)

export type Similar = IncidentRow & {
  /** Between 0 and 1: how much of what is rare in this incident is in the other one. */
  score: number
  /** What both have, the rarest first, as this incident spells it. */
  words: string[]
  resolution?: { code: string; text: string }
}

type Asked = { id: string; title: string; description: string; now: Instant }
type Weighed = { word: string; written: string; weight: number; items: readonly WordItem[] }

/**
 * Other incidents that share the rarest words of this one's title and description. A word weighs the less the more
 * incidents have it, which the newest 25 of its list tell: a list that ends has so many, of another one the time that
 * the 25 took says how many there are in a year (after Spärck Jones 1972, "A statistical interpretation of term specificity",
 * but without the number of all incidents, which nothing here counts). Reads at most 300 items of the index and 15 incidents, whatever there is.
 */
export async function similarTo(
  { id, title, description, now }: Asked,
  lists: Pick<SearchLists, 'withWord' | 'truths'>,
): Promise<Similar[]> {
  const readings = await Promise.all(
    tellingWords(id, title, description).map(async ({ word, written }) => {
      const reading = await lists.withWord(word, { limit: itemsPerWord })
      return { word, written, weight: weightOf(reading, now), items: reading.found }
    }),
  )
  const words = readings.filter(({ items }) => items.some(({ place }) => idAt(place) !== id))
  const whole = readings.reduce((sum, { weight }) => sum + weight, 0)
  const best = candidates(words, id).slice(0, mostChecked)
  const truths = await lists.truths(best)
  return truths
    .map(({ row, held }) => {
      const has = new Set(held.words.concat(held.internal))
      const shared = words.filter(({ word }) => has.has(word)).sort((a, b) => b.weight - a.weight)
      const score = shared.reduce((sum, { weight }) => sum + weight, 0) / whole
      const { requesterId: _, ...shown } = row
      return {
        ...shown,
        score: Math.round(score * 100) / 100,
        words: shared.map(({ written }) => written),
        resolution: held.resolution,
      }
    })
    .filter(({ words: shared, score }) => shared.length > 1 && score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, mostShown)
}

/** The words of the title and then the longest others: with each one read, the choice cannot wait for what is rare. */
function tellingWords(id: string, title: string, description: string) {
  const written = new Map(
    [...tokensOf(title), ...tokensOf(description).sort((a, b) => b.word.length - a.word.length)]
      .reverse()
      .map((token) => [token.word, token.written]),
  )
  return [...written]
    .reverse()
    .filter(([word]) => word !== id.toLowerCase() && !/^\d{1,3}$/.test(word))
    .slice(0, mostWords)
    .map(([word, spelled]) => ({ word, written: spelled }))
}

function weightOf({ found, ended }: Reading<WordItem>, now: Instant): number {
  const oldest = found.at(-1)?.place.slice(0, 24)
  const span = Math.max(1, elapsed(oldest ?? now, now))
  const count = ended ? found.length : found.length * Math.max(1, year / span)
  return (1 + count) ** -0.7
}

/** Incidents by what their signatures promise, the best first. */
function candidates(words: readonly Weighed[], own: string): string[] {
  const scores = new Map<string, number>()
  for (const { items } of words) {
    for (const { place, signature } of items) {
      const id = idAt(place)
      if (id === own || scores.has(id)) continue
      scores.set(
        id,
        words.reduce((sum, { word, weight }) => sum + (mayHave(signature, word) ? weight : 0), 0),
      )
    }
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
