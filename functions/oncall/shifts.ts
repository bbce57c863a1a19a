import type { Instant } from '../runtime/instant.ts'
import type { Override } from './override.ts'
import { covered, type Piece, uncovered } from './pieces.ts'
import type { OnCallPerson, Schedule } from './schedule.ts'
import type { Span } from './spans.ts'
import { turnsBetween } from './turns.ts'

/** A turn, or the part of it that restrictions, later layers and overrides leave. */
export type Shift = Span & { person: OnCallPerson; layerId?: string; overrideId?: string }
export type Shifts = { shifts: Shift[]; gaps: Span[] }
type Duty = Omit<Shift, 'from' | 'to'>

/**
 * Who is on call between two instants, in order; shifts and gaps are cut to them and tile them without an overlap.
 * A later layer goes over an earlier one, overrides over all layers, and of two overrides the later-made one.
 * @param overrides may be those of other schedules, too.
 */
export function shiftsBetween(
  schedule: Pick<Schedule, 'id' | 'zone' | 'layers'>,
  overrides: readonly Override[],
  from: Instant,
  to: Instant,
): Shifts {
  const within = { from: Date.parse(from), to: Date.parse(to) }
  if (!(within.from < within.to)) return { shifts: [], gaps: [] }
  const layers = schedule.layers.map((layer): Piece<Duty>[] =>
    turnsBetween(layer, layer.zone ?? schedule.zone, within),
  )
  const own = inOrderMade(overrides.filter(({ scheduleId }) => scheduleId === schedule.id))
  const pieces = [...layers, ...own.map((override) => piecesOf(override, within))].reduce<Piece<Duty>[]>(
    covered,
    [],
  )
  return {
    shifts: pieces.map(({ value, ...piece }) => ({ ...spanOf(piece), ...value })),
    gaps: uncovered(pieces, within).map(spanOf),
  }
}

/** Overrides from the first made to the last. */
const inOrderMade = (overrides: readonly Override[]): Override[] =>
  [...overrides].sort((a, b) => (`${a.createdAt} ${a.id}` < `${b.createdAt} ${b.id}` ? -1 : 1))

function piecesOf({ id, from, to, person }: Override, within: { from: number; to: number }): Piece<Duty>[] {
  const piece = {
    from: Math.max(Date.parse(from), within.from),
    to: Math.min(Date.parse(to), within.to),
    value: { person, overrideId: id },
  }
  return piece.from < piece.to ? [piece] : []
}

const spanOf = ({ from, to }: { from: number; to: number }): Span => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})
