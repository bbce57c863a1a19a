import type { Shift, Shifts } from './contract.ts'

/** The shifts of an answer without the first and the last, which it may have cut: half a shift is no fair swap. */
export function wholeShifts({ shifts, gaps }: Pick<Shifts, 'shifts' | 'gaps'>): Shift[] {
  const edges = [...shifts, ...gaps]
  const begins = edges.map(({ from }) => from).sort()[0]
  const ends = edges
    .map(({ to }) => to)
    .sort()
    .at(-1)
  return shifts.filter(({ from, to }) => from !== begins && to !== ends)
}
