import { incidentWord, isCode, partsOf, runsIn, wordOf } from './words.ts'

/** What must be there: one of these words or, with `prefix`, a word that begins like the first of them. */
export type Group = { words: readonly string[]; prefix?: true }

const mostGroups = 8
export const shortestPrefix = 3

/**
 * What somebody asks for: all of the words, in any order. `gate*` stands for every word that begins so, from three
 * letters on; a code or an address is looked for whole; a bare number is also the number of an incident. Of a pasted
 * text the first eight words count. No groups: nothing in it can be looked for.
 */
export function groupsIn(text: string): Group[] {
  const groups = text.split(/\s+/).flatMap((piece) => {
    const found = runsIn(piece)
    return found.flatMap((run, index) => {
      const isPrefix = index === found.length - 1 && piece.endsWith(`${run}*`)
      const parts = isCode(run) ? [run] : partsOf(run)
      return parts.flatMap((part, place) => groupFor(part, isPrefix && place === parts.length - 1))
    })
  })
  const distinct = new Map(groups.map((group) => [`${group.words[0]}${group.prefix ? '*' : ''}`, group]))
  return [...distinct.values()].slice(0, mostGroups)
}

function groupFor(run: string, isPrefix: boolean): Group[] {
  const word = wordOf(run)
  if (word === undefined) return []
  if (isPrefix && word.length >= shortestPrefix) return [{ words: [word], prefix: true }]
  return [{ words: /^\d{1,12}$/.test(word) ? [word, incidentWord(word)] : [word] }]
}
