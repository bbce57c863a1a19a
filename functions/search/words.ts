import { stopWords } from './stop-words.ts'

const shortest = 2
const longest = 64

/** Letters and digits, held together by what stands inside of codes, host names, versions and mail addresses. */
const runs = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’]|[-._@](?=[\p{L}\p{N}]))*/gu
const marks = /[\p{M}'’]+/gu
const unmarked: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'a', œ: 'o' }

/** A word as the index has it, and as somebody wrote it. */
export type Token = { word: string; written: string }

/**
 * One spelling for what people mean to be the same: compatibility forms and accents dropped (NFKD), lower case, and
 * `ä` as well as the `ae` of a keyboard without it made `a`. The beginning of a word stays the beginning of its fold.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßøłđæœ]/g, (letter) => unmarked[letter] ?? letter)
    .replace(/([aou])e/g, '$1')

/** A number of an incident in any spelling: `INC-000123`, `inc123`. */
const incident = /^inc-?(\d{1,12})$/

const wordFor = (run: string): string => {
  const word = folded(run)
  const [, number] = incident.exec(word) ?? []
  return number === undefined ? word : incidentWord(number)
}

/** The word under which an incident's own number is found. */
export const incidentWord = (number: string): string => `inc-${String(Number(number)).padStart(6, '0')}`

const finds = (word: string): boolean =>
  word.length >= shortest && word.length <= longest && !stopWords.has(word)

/** Whether a run is a name that only says something whole: it has a digit or is a mail address. */
export const isCode = (run: string): boolean => /[\p{N}@]/u.test(run)

export const runsIn = (text: string): string[] => text.match(runs) ?? []

export const partsOf = (run: string): string[] => run.split(/[-._@]+/).filter((part) => part !== '')

const token = (run: string): Token[] => {
  const word = wordFor(run)
  return finds(word) ? [{ word, written: run }] : []
}

/**
 * The words that a text is found by, in its order and as often as they stand there. What hangs together
 * (`VPN-Gateway`, `srv-db01`, an address) is found whole and by its parts.
 */
export function tokensOf(text: string): Token[] {
  return runsIn(text).flatMap((run) => {
    const parts = partsOf(run)
    if (parts.length < 2 || incident.test(folded(run))) return token(run)
    return [...token(run), ...parts.flatMap(token)]
  })
}

/** A single run as a word of the index; undefined when it finds nothing. */
export const wordOf = (run: string): string | undefined => token(run)[0]?.word
