/** Draws that repeat: the same words give the same numbers. */
export type Random = {
  /** At least 0 and below 1. */
  number(): number
  chance(probability: number): boolean
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  one<Choice>(choices: readonly Choice[]): Choice
  weighted<Choice>(choices: readonly (readonly [Choice, number])[]): Choice
  /** As long as things take: half of them less than the median, some of them many times longer. */
  spread(median: number): number
}

/** A 32-bit hash of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  // The last step of MurmurHash3, so that texts that differ at the end differ everywhere.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** A sequence of its own for every list of words (mulberry32). */
export function randomOf(...words: (string | number)[]): Random {
  let state = hashOf(words.join('/'))
  const number = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const one = <Choice>(choices: readonly Choice[]): Choice => {
    const chosen = choices[Math.floor(number() * choices.length)]
    if (chosen === undefined) throw new Error('There is nothing to choose from.')
    return chosen
  }
  return {
    number,
    one,
    chance: (probability) => number() < probability,
    between: (from, to) => from + Math.floor(number() * (to - from + 1)),
    weighted: (choices) => {
      let place = number() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        place -= weight
        if (place < 0) return choice
      }
      return one(choices)[0]
    },
    spread: (median) => {
      const normal = Math.sqrt(-2 * Math.log(1 - number())) * Math.cos(2 * Math.PI * number())
      return median * Math.exp(normal)
    },
  }
}
