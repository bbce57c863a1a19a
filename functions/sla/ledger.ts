import type { Instant } from '../runtime/instant.ts'
import { daysBetween } from '../runtime/zone-days.ts'
import type { Standstill } from './business-time.ts'
import type { Calendar } from './calendar.ts'
import { holidayOn, windowsOn } from './opening.ts'

export const segmentReasons = ['counted', 'paused', 'out_of_hours', 'holiday'] as const

/** A part of a clock's time, and why it counted or did not. `detail` is the holiday's name or what was waited for. */
export type Segment = {
  from: Instant
  to: Instant
  countedSeconds: number
  why: (typeof segmentReasons)[number]
  detail?: string
}
/** A pause with its reason. */
export type ReasonedPause = Standstill & { why: string }

type Piece = { from: number; to: number; why: Segment['why']; detail?: string }

/**
 * What a clock did between two instants, without gap or overlap: the sum of `countedSeconds` is what was counted.
 * A pause is shown whole, also where nobody would have worked.
 */
export function ledger(
  calendar: Calendar,
  { from, to }: { from: Instant; to: Instant },
  pauses: readonly ReasonedPause[] = [],
): Segment[] {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const standstills = pausedPieces(pauses, start, end)
  const pieces = [...openAndClosed(calendar, start, end)].flatMap((piece) => outside(piece, standstills))
  return joined([...pieces, ...standstills].sort((a, b) => a.from - b.from)).map(segmentOf)
}

/** In order and apart from each other, within the time of the ledger. */
function pausedPieces(pauses: readonly ReasonedPause[], start: number, end: number): Piece[] {
  let free = start
  return pauses
    .map(({ from, to, why }) => ({ from: Date.parse(from), to: to ? Date.parse(to) : end, detail: why }))
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to, detail }) => {
      const piece: Piece = { from: Math.max(from, free), to: Math.min(to, end), why: 'paused', detail }
      if (piece.from >= piece.to) return []
      free = piece.to
      return piece
    })
}

function* openAndClosed(calendar: Calendar, start: number, end: number): Generator<Piece> {
  if (calendar.roundTheClock) {
    if (start < end) yield { from: start, to: end, why: 'counted' }
    return
  }
  for (const day of daysBetween(calendar.zone, start, end)) {
    const holiday = holidayOn(calendar, day.day)
    if (holiday !== undefined) {
      yield { from: day.from, to: day.to, why: 'holiday', detail: holiday }
      continue
    }
    let at = day.from
    for (const { opens, closes } of windowsOn(calendar, day)) {
      if (at < opens) yield { from: at, to: opens, why: 'out_of_hours' }
      yield { from: opens, to: closes, why: 'counted' }
      at = closes
    }
    if (at < day.to) yield { from: at, to: day.to, why: 'out_of_hours' }
  }
}

function outside(piece: Piece, cuts: readonly Piece[]): Piece[] {
  const left: Piece[] = []
  let from = piece.from
  for (const cut of cuts) {
    if (cut.to <= from) continue
    if (cut.from >= piece.to) break
    if (cut.from > from) left.push({ ...piece, from, to: cut.from })
    from = cut.to
  }
  if (from < piece.to) left.push({ ...piece, from })
  return left
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last && last.why === piece.why && last.detail === piece.detail) last.to = piece.to
    else result.push({ ...piece })
  }
  return result
}

const segmentOf = ({ from, to, why, detail }: Piece): Segment => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  countedSeconds: why === 'counted' ? (to - from) / 1000 : 0,
  why,
  ...(detail !== undefined && { detail }),
})
