import { timeOfDay, type WallWindow, windowsOf } from '../runtime/wall-windows.ts'
import { dayLength, dayOf, firstInstantOf, wallAt } from '../runtime/zone-days.ts'
import type { Piece } from './pieces.ts'
import type { Layer, OnCallPerson } from './schedule.ts'

/** Whose turn it is in a layer. */
export type Turn = { person: OnCallPerson; layerId: string }

const unitLengths = { hours: 3_600_000, days: dayLength, weeks: 7 * dayLength }

/**
 * The turns of a layer between two instants, cut to them and to the layer's restrictions. All of it is reckoned on a
 * wall clock that never goes back (`wallAt`), and only then do edges become instants: a handover in a skipped hour
 * comes at the jump, in a repeated hour at its first occurrence, and a turn that lies wholly in a skipped hour is
 * passed over without changing the order. The work is that of the interval, however long ago the layer began.
 * @param from epoch milliseconds, as is `to`.
 */
export function turnsBetween(layer: Layer, zone: string, { from, to }: WallWindow): Piece<Turn>[] {
  const start = dayOf(layer.startsOn) * dayLength + timeOfDay(layer.handoverAt)
  const end = layer.endsOn
    ? dayOf(layer.endsOn) * dayLength + timeOfDay(layer.handoverAt)
    : Number.POSITIVE_INFINITY
  const wall = { from: Math.max(wallAt(zone, from), start), to: Math.min(wallAt(zone, to) + 1, end) }
  const length = layer.rotation.every * unitLengths[layer.rotation.unit]
  const windows = layer.restrictions.length > 0 ? windowsOf(layer.restrictions, wall) : [wall]
  return windows.flatMap((window) => turnsIn(window, wall)).filter((piece) => piece.from < piece.to)

  function turnsIn(window: WallWindow, within: WallWindow): Piece<Turn>[] {
    const [opens, closes] = [Math.max(window.from, within.from), Math.min(window.to, within.to)]
    const found: Piece<Turn>[] = []
    for (let index = Math.floor((opens - start) / length); start + index * length < closes; index++) {
      const person = layer.people[index % layer.people.length]
      if (!person) break
      found.push({
        from: Math.max(firstInstantOf(zone, Math.max(opens, start + index * length)), from),
        to: Math.min(firstInstantOf(zone, Math.min(closes, start + (index + 1) * length)), to),
        value: { person, layerId: layer.id },
      })
    }
    return found
  }
}
