import { type Problem, problem } from '../catalog/problem.ts'
import { days, elapsed, type Instant } from '../runtime/instant.ts'

export type Span = { from: Instant; to: Instant }

/** The longest stretch that is shown or agreed at once, in days. */
const longest = 93

/** Where two stretches meet, if they do. */
export function meet(one: Span, other: Span): Span | undefined {
  const from = one.from > other.from ? one.from : other.from
  const to = one.to < other.to ? one.to : other.to
  return from < to ? { from, to } : undefined
}

/** Every stretch that two lists share; each in order and without an overlap in itself. */
export function shared<One extends Span>(ones: readonly One[], others: readonly Span[]): Span[] {
  const found: Span[] = []
  let [left, right] = [0, 0]
  for (;;) {
    const [one, other] = [ones[left], others[right]]
    if (!one || !other) return found
    const both = meet(one, other)
    if (both) found.push(both)
    if (one.to < other.to) left += 1
    else right += 1
  }
}

/** Stretches in order, those that adjoin made one. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { from, to } of spans) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else found.push({ from, to })
  }
  return found
}

/** What is wrong with a stretch that somebody asks for. @param path of its end */
export function problemsOfSpan({ from, to }: Span, path = 'to'): Problem[] {
  const length = elapsed(from, to)
  if (length <= 0)
    return [problem(path, 'The end comes after the beginning.', 'Das Ende kommt nach dem Anfang.')]
  if (length <= days(longest)) return []
  return [
    problem(
      path,
      `Choose at most ${longest} days at once.`,
      `Wählen Sie höchstens ${longest} Tage auf einmal.`,
    ),
  ]
}
