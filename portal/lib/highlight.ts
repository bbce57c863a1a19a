const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** A text cut where the searched words begin and end, so that a page can mark them without trusting the text. */
export type Piece = { text: string; isHit: boolean }

/**
 * A word is hit by its beginning, in any case and with or without accents, as the search looks for it.
 * @param query what was typed into the search field
 */
export function highlight(text: string, query: string): Piece[] {
  const wanted = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  if (wanted.length === 0) return [{ text, isHit: false }]
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).flatMap((part) => {
    if (part === '') return []
    const isHit = wanted.some((word) => plain(part).startsWith(word))
    return [{ text: part, isHit }]
  })
}
