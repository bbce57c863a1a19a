import type { Degree, Priority } from './deed.ts'
import type { Random } from './random.ts'

/** How often each priority comes, in percent, and the answers that make it. */
const mix: readonly (readonly [Priority, number])[] = [
  ['P1', 1],
  ['P2', 5],
  ['P3', 24],
  ['P4', 45],
  ['P5', 25],
]
const answers: Record<Priority, readonly (readonly [Degree, Degree])[]> = {
  P1: [['high', 'high']],
  P2: [
    ['high', 'medium'],
    ['medium', 'high'],
  ],
  P3: [
    ['medium', 'medium'],
    ['low', 'high'],
    ['low', 'high'],
    ['high', 'low'],
  ],
  P4: [
    ['low', 'medium'],
    ['low', 'medium'],
    ['medium', 'low'],
  ],
  P5: [['low', 'low']],
}

export type Weighed = { priority: Priority; impact: Degree; urgency: Degree }

/** What hits many is more urgent than what hits one; `calm` is for what nobody should be paged for any more. */
export function weighed(random: Random, { wide, calm }: { wide?: boolean; calm: boolean }): Weighed {
  const drawn = random.weighted(
    wide ? mix.map(([one, share], place) => [one, share * (6 - place)] as const) : mix,
  )
  const priority = calm && (drawn === 'P1' || drawn === 'P2') ? 'P3' : drawn
  const [impact, urgency] = random.one(answers[priority])
  return { priority, impact, urgency }
}

/** Minutes until somebody has seen it, and until it is solved, for half of them. */
export const medians: Record<Priority, { seen: number; solved: number }> = {
  P1: { seen: 3, solved: 90 },
  P2: { seen: 8, solved: 180 },
  P3: { seen: 40, solved: 300 },
  P4: { seen: 110, solved: 700 },
  P5: { seen: 240, solved: 1500 },
}
