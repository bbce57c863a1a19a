import { Temporal } from 'temporal-polyfill'
import { axisLength, dayMinutes, onAxis, type Repeat } from './axis.ts'
import type { Shift, Span } from './contract.ts'

/** On a day whose clock jumps: what it leaves out, or shows twice, in minutes of the wall clock. */
export type Change = { kind: 'skipped' | 'repeated'; from: number; to: number; at: string }

/** A day of a zone, from its first instant to the next day's, of 24 hours or of what the zone makes of it. */
export type Day = { date: string; from: string; to: string; hours: number; change?: Change }

/** A piece of a shift or of a gap on one day; `top` and `height` are parts of the axis, from 0 to 1. */
export type Block = Span & { top: number; height: number; shift?: Shift; isStart: boolean; isEnd: boolean }

const minutesOf = (wall: Temporal.PlainDateTime) => wall.hour * 60 + wall.minute
const iso = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ fractionalSecondDigits: 3 })

export function dayIn(date: string, zone: string): Day {
  const plain = Temporal.PlainDate.from(date)
  const from = plain.toZonedDateTime(zone)
  const to = plain.add({ days: 1 }).toZonedDateTime(zone)
  const hours = (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000
  return { date, from: iso(from), to: iso(to), hours, ...changeIn(from, to) }
}

function changeIn(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): { change?: Change } {
  // A clock that jumps at midnight jumps at the first instant of the day.
  const jump = from.subtract({ milliseconds: 1 }).getTimeZoneTransition('next')
  if (!jump || jump.epochMilliseconds >= to.epochMilliseconds) return {}
  const before = jump.subtract({ milliseconds: 1 })
  const moved = (jump.offsetNanoseconds - before.offsetNanoseconds) / 60_000_000_000
  const after = minutesOf(jump.toPlainDateTime())
  if (moved === 0) return {}
  // The second round may end with the day: 23:00 to 24:00.
  if (moved < 0) {
    const isOfThisDay = jump.toPlainDate().equals(from.toPlainDate())
    return isOfThisDay ? { change: { kind: 'repeated', from: after, to: after - moved, at: iso(jump) } } : {}
  }
  return after >= moved ? { change: { kind: 'skipped', from: after - moved, to: after, at: iso(jump) } } : {}
}

/** The hour that the axis of these days has twice, if any of them does. */
export const repeatIn = (days: readonly Day[]): Repeat | undefined =>
  days.flatMap(({ change }) => (change?.kind === 'repeated' ? [{ from: change.from, to: change.to }] : []))[0]

/** Where an instant of a day stands on the axis, from 0 to 1. */
export function placeOf(
  at: string,
  day: Day,
  { zone, repeat, isEnd }: { zone: string; repeat: Repeat | undefined; isEnd: boolean },
): number {
  const length = axisLength(repeat)
  if (at < day.from) return 0
  if (at >= day.to) return 1
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime()
  const minutes = minutesOf(wall)
  const { change } = day
  if (change?.kind !== 'repeated') return onAxis(minutes, repeat, isEnd ? 'end' : 'first') / length
  if (at > change.at || (at === change.at && !isEnd)) return onAxis(minutes, repeat, 'second') / length
  // At the jump the clock already shows the earlier time: what ends there ends where the first round does.
  return (at === change.at ? change.to : minutes) / length
}

type Frame = { zone: string; repeat: Repeat | undefined }

/** What lies on one day of shifts and gaps, in the order of time. */
export function blocksOn(
  day: Day,
  { shifts, gaps }: { shifts: readonly Shift[]; gaps: readonly Span[] },
  frame: Frame,
): Block[] {
  const all: (Span & { shift?: Shift })[] = [
    ...asOne(shifts.map((shift) => normal({ from: shift.from, to: shift.to, shift }))),
    ...gaps.map(({ from, to }) => normal({ from, to })),
  ]
  return all
    .filter(({ from, to }) => from < day.to && to > day.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((span) => {
      const from = span.from > day.from ? span.from : day.from
      const to = span.to < day.to ? span.to : day.to
      const top = placeOf(from, day, { ...frame, isEnd: false })
      const bottom = placeOf(to, day, { ...frame, isEnd: true })
      return {
        ...{ ...span, top, height: Math.max(0, bottom - top) },
        isStart: from === span.from,
        isEnd: to === span.to,
      }
    })
}

type Taken = Span & { shift: Shift }

/** Who hands over to nobody but themselves is on call in one piece. */
function asOne(pieces: readonly Taken[]): Taken[] {
  const found: Taken[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    const goesOn =
      last?.to === piece.from &&
      last.shift.person.id === piece.shift.person.id &&
      last.shift.layerId === piece.shift.layerId &&
      last.shift.overrideId === piece.shift.overrideId
    if (last && goesOn) last.to = piece.to
    else found.push({ ...piece })
  }
  return found
}

/** Instants are compared as texts, so they all must have their milliseconds. */
const normal = <Piece extends Span>(piece: Piece): Piece => ({
  ...piece,
  from: new Date(piece.from).toISOString(),
  to: new Date(piece.to).toISOString(),
})

/** Hours beside the axis, each with its place; that of a second round is marked. */
export function hoursOn(repeat: Repeat | undefined): { minutes: number; place: number; isAgain: boolean }[] {
  const length = axisLength(repeat)
  const hours = Array.from({ length: dayMinutes / 60 }, (_, hour) => hour * 60)
  const again = repeat ? hours.filter((minutes) => minutes >= repeat.from && minutes < repeat.to) : []
  return [
    ...hours.map((minutes) => ({
      minutes,
      place: onAxis(minutes, repeat, 'first') / length,
      isAgain: false,
    })),
    ...again.map((minutes) => ({
      minutes,
      place: onAxis(minutes, repeat, 'second') / length,
      isAgain: true,
    })),
  ].sort((a, b) => a.place - b.place)
}
