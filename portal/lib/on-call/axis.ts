/** Minutes of a day's wall clock. */
export const dayMinutes = 1440

/**
 * An hour that some day of a week shows twice. The axis beside the week has it twice as well: from `from` to `to`,
 * and again below that. In minutes.
 */
export type Repeat = { from: number; to: number }

export const axisLength = (repeat: Repeat | undefined): number =>
  dayMinutes + (repeat ? repeat.to - repeat.from : 0)

/** Where a wall-clock time stands on the axis. What ends as the second round begins, ends before it. */
export function onAxis(
  minutes: number,
  repeat: Repeat | undefined,
  round: 'first' | 'second' | 'end',
): number {
  if (!repeat) return minutes
  const length = repeat.to - repeat.from
  if (round === 'second') return minutes + length
  const isBelow = round === 'end' ? minutes > repeat.to : minutes >= repeat.to
  return isBelow ? minutes + length : minutes
}

/** The wall-clock time at a place of the axis: in the second round of an hour, that hour's end. */
export function offAxis(place: number, repeat: Repeat | undefined): number {
  if (!repeat || place <= repeat.to) return place
  return Math.max(repeat.to, place - (repeat.to - repeat.from))
}

export const wallWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** How a page tells its script of an hour that comes twice: `120,180`. */
export const repeatWords = ({ from, to }: Repeat): string => `${from},${to}`

/** @returns undefined for a week whose hours come once */
export function repeatOf(words: string | undefined): Repeat | undefined {
  const [, from, to] = /^(\d+),(\d+)$/.exec(words ?? '') ?? []
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) }
}
