/** A stretch of time with what holds in it: epoch milliseconds, without its end. */
export type Piece<Value> = { from: number; to: number; value: Value }

/** Pieces in order, none over another, with others laid over them: what is covered is cut away. */
export function covered<Value>(
  under: readonly Piece<Value>[],
  over: readonly Piece<Value>[],
): Piece<Value>[] {
  if (over.length === 0) return [...under]
  const found: Piece<Value>[] = []
  let next = 0
  for (const { from, to, value } of under) {
    let at = from
    while (next < over.length && (over[next]?.to ?? 0) <= at) next += 1
    for (let index = next; at < to; index++) {
      const cut = over[index]
      if (!cut || cut.from >= to) {
        found.push({ from: at, to, value })
        break
      }
      if (cut.from > at) found.push({ from: at, to: cut.from, value })
      at = Math.max(at, cut.to)
    }
  }
  return [...found, ...over].sort((a, b) => a.from - b.from)
}

/** What no piece covers between two instants. */
export function uncovered(
  pieces: readonly { from: number; to: number }[],
  { from, to }: { from: number; to: number },
): { from: number; to: number }[] {
  const ends = [from, ...pieces.map((piece) => piece.to)]
  const begins = [...pieces.map((piece) => piece.from), to]
  return begins.flatMap((begin, index) => {
    const end = ends[index] ?? from
    return end < begin ? [{ from: end, to: begin }] : []
  })
}
