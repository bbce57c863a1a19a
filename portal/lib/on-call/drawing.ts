import { axisLength, dayMinutes, offAxis, type Repeat, wallWords } from './axis.ts'

/** A place in a week that somebody points at: which column, and how many minutes down its axis. */
export type Place = { column: number; minutes: number }

/** What is drawn of one column, in minutes along its axis. */
type Sheet = { column: number; from: number; to: number }

const inOrder = (one: Place, other: Place): [Place, Place] =>
  (one.column - other.column || one.minutes - other.minutes) <= 0 ? [one, other] : [other, one]

/** A sheet for each column between two places, whichever was pointed at first. */
export function sheetsBetween(one: Place, other: Place, repeat: Repeat | undefined): Sheet[] {
  const [start, end] = inOrder(one, other)
  return Array.from({ length: end.column - start.column + 1 }, (_, days) => start.column + days)
    .map((column) => ({
      column,
      from: column === start.column ? start.minutes : 0,
      to: column === end.column ? end.minutes : axisLength(repeat),
    }))
    .filter(({ from, to }) => from < to)
}

/**
 * What the form says of a drawing between two places, the earlier one first; undefined if the clock shows the same at
 * both.
 * @param dates of the columns
 */
export function termsBetween(
  one: Place,
  other: Place,
  { dates, repeat }: { dates: readonly string[]; repeat: Repeat | undefined },
): { fromDate: string; fromTime: string; toDate: string; toTime: string } | undefined {
  const [from, to] = inOrder(one, other).map(({ column, minutes }) => {
    const date = dates[column] ?? ''
    const wall = offAxis(minutes, repeat)
    // A field has no 24:00.
    return wall === dayMinutes
      ? { date: dayAfter(date), time: wallWords(0) }
      : { date, time: wallWords(wall) }
  })
  if (!from || !to || (from.date === to.date && from.time === to.time)) return undefined
  return { fromDate: from.date, fromTime: from.time, toDate: to.date, toTime: to.time }
}

/** Without Temporal, which the script of a page would have to bring along. */
const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
