import { type Problem, problem } from '../catalog/problem.ts'
import { priorities } from '../incidents/priority.ts'
import { minutesOf, weekdays } from '../runtime/wall-time.ts'
import type { Calendar } from './calendar.ts'
import type { SlaPolicy } from './policy.ts'

/** What a calendar cannot mean. Paths are those of the settings as a whole, `calendars.0.hours.mon.1.to`. */
export const problemsOfCalendars = (calendars: readonly Calendar[]): Problem[] =>
  calendars.flatMap((calendar, index) => problemsOfCalendar(calendar, `calendars.${index}`))

function problemsOfCalendar({ hours, holidays, roundTheClock }: Calendar, path: string): Problem[] {
  if (roundTheClock) return []
  const isEmpty = weekdays.every((weekday) => !hours[weekday]?.length)
  const twice = holidays.findIndex(
    ({ date }, index) => holidays.findIndex((one) => one.date === date) !== index,
  )
  return [
    ...(isEmpty ? [withoutHours(`${path}.hours`)] : []),
    ...weekdays.flatMap((weekday) => problemsOfDay(hours[weekday] ?? [], `${path}.hours.${weekday}`)),
    ...(twice < 0 ? [] : [heldTwice(`${path}.holidays.${twice}.date`)]),
  ]
}

function problemsOfDay(intervals: readonly { from: string; to: string }[], path: string): Problem[] {
  return intervals.flatMap(({ from, to }, index) => {
    const [begins, ends] = [minutesOf(from), minutesOf(to)]
    if (begins >= ends) return [endsTooSoon(`${path}.${index}.to`)]
    const other = intervals.findIndex(
      (one, place) => place < index && minutesOf(one.from) < ends && begins < minutesOf(one.to),
    )
    return other < 0 ? [] : [overlaps(`${path}.${index}.from`)]
  })
}

/** Promises that contradict each other. */
export const problemsOfPolicies = (policies: readonly SlaPolicy[]): Problem[] =>
  policies.flatMap(({ targets }, index) => {
    const path = `slaPolicies.${index}.targets`
    if (priorities.every((priority) => !targets[priority])) return [promisesNothing(path)]
    return priorities
      .filter((priority) => {
        const target = targets[priority]
        return target && target.responseMinutes > target.resolutionMinutes
      })
      .map((priority) => answersTooLate(`${path}.${priority}.responseMinutes`))
  })

const withoutHours = (path: string) =>
  problem(
    path,
    'Give at least one day its hours, or let the calendar run round the clock.',
    'Geben Sie mindestens einem Tag Zeiten, oder lassen Sie den Kalender rund um die Uhr laufen.',
  )
const heldTwice = (path: string) =>
  problem(path, 'This day is in the list already.', 'Dieser Tag steht schon in der Liste.')
const endsTooSoon = (path: string) =>
  problem(
    path,
    'The end comes after the beginning; midnight at the end of the day is 24:00.',
    'Das Ende kommt nach dem Anfang; Mitternacht am Ende des Tages ist 24:00.',
  )
const overlaps = (path: string) =>
  problem(
    path,
    'These hours overlap with others of the day. Make one interval of them.',
    'Diese Zeiten überschneiden sich mit anderen des Tages. Machen Sie einen Zeitraum daraus.',
  )
const promisesNothing = (path: string) =>
  problem(
    path,
    'Promise something for at least one priority.',
    'Sagen Sie mindestens für eine Priorität etwas zu.',
  )
const answersTooLate = (path: string) =>
  problem(
    path,
    'The first response is promised no later than the solution.',
    'Die erste Antwort wird spätestens mit der Lösung zugesagt.',
  )
