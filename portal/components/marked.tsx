import { highlight } from '../lib/highlight.ts'

/** A text with the searched words marked. */
export const Marked = ({ text, query }: { text: string; query: string | undefined }) =>
  query
    ? highlight(text, query).map(({ text: piece, isHit }, place) =>
        isHit ? <mark key={place}>{piece}</mark> : <span key={place}>{piece}</span>,
      )
    : text
