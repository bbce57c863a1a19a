import type { Named } from '../contract.ts'

/** As many as the tokens have. */
const colours = 8

const sumOf = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)

/**
 * A colour for each person: the same on every page as long as there is one for each, and never the only sign.
 */
export function coloursFor(people: readonly Named[]): (id: string) => number {
  const chosen = new Map<string, number>()
  const taken = new Set<number>()
  for (const id of [...new Set(people.map((person) => person.id))].sort()) {
    const first = sumOf(id) % colours
    const free = Array.from({ length: colours }, (_, step) => (first + step) % colours).find(
      (colour) => !taken.has(colour),
    )
    const colour = free ?? first
    taken.add(colour)
    chosen.set(id, colour)
  }
  return (id) => chosen.get(id) ?? 0
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}
