import type { ExplainedClock, Segment, SegmentKind } from './desk-contract.ts'

/** Closed hours are drawn at an eighth of their length: a weekend would push the work out of sight. */
const closedScale = 1 / 8
/** Even the shortest part is wide enough to be seen, in percent. */
const thinnest = 0.6

/** A part of the clock's time that is over, or lies ahead: then it is what counts if nothing changes. */
export type LedgerLine = Segment & { isAhead: boolean; sumSeconds: number }
type StripPart = { x: number; width: number; why: SegmentKind; isAhead: boolean }
export type StripMark = { x: number; at: string; kind: 'start' | 'now' | 'due' | 'met' | 'day' }
/** Places and widths in percent. */
export type Strip = { parts: StripPart[]; marks: StripMark[] }

const instant = (at: string) => Date.parse(at)
const lengthOf = ({ from, to }: Pick<Segment, 'from' | 'to'>) => instant(to) - instant(from)

/**
 * The ledger line by line, with how much had counted by the end of each; what has happened and what lies ahead apart.
 * @param now ISO 8601 UTC, by the API's clock
 */
export function ledgerOf({ segments }: Pick<ExplainedClock, 'segments'>, now: string): LedgerLine[] {
  let sumSeconds = 0
  return segments
    .flatMap((segment) => cutAt(segment, now))
    .map((segment) => {
      sumSeconds += segment.countedSeconds
      return { ...segment, isAhead: segment.from >= now, sumSeconds }
    })
}

function cutAt(segment: Segment, now: string): Segment[] {
  if (segment.from >= now || segment.to <= now) return [segment]
  const before = wholeMinutes(
    (segment.countedSeconds * (instant(now) - instant(segment.from))) / lengthOf(segment),
  )
  return [
    { ...segment, to: now, countedSeconds: before },
    { ...segment, from: now, countedSeconds: segment.countedSeconds - before },
  ]
}

/** As the page tells them: what is left then adds up to the target. */
const wholeMinutes = (seconds: number) => Math.floor(seconds / 60) * 60

/** Counted until now, in seconds. */
export const usedSeconds = (lines: readonly LedgerLine[]): number =>
  lines.reduce((sum, { countedSeconds, isAhead }) => sum + (isAhead ? 0 : countedSeconds), 0)

const weightOf = (line: LedgerLine) =>
  lengthOf(line) * (line.why === 'counted' || line.why === 'paused' ? 1 : closedScale)

/**
 * Where everything stands on a strip, for a drawing.
 * @param days the first instants of the days to mark, in the reader's zone
 */
export function stripOf(clock: ExplainedClock, { now, days }: { now: string; days: string[] }): Strip {
  const lines = ledgerOf(clock, now).filter((line) => lengthOf(line) > 0)
  const whole = lines.reduce((sum, line) => sum + weightOf(line), 0)
  const widths = lines.map((line) => Math.max((weightOf(line) / whole) * 100, thinnest))
  const scale = 100 / widths.reduce((sum, width) => sum + width, 0)
  let x = 0
  const placed = lines.map((line, index) => {
    const width = (widths[index] ?? 0) * scale
    const part = { line, x, width }
    x += width
    return part
  })
  const placeOf = (at: string): number | undefined => {
    const part = placed.find(({ line }) => line.from <= at && at <= line.to)
    return part && part.x + (part.width * (instant(at) - instant(part.line.from))) / lengthOf(part.line)
  }
  const marks: Omit<StripMark, 'x'>[] = [
    ...days.map((at) => ({ at, kind: 'day' as const })),
    { at: clock.startedAt, kind: 'start' },
    ...(clock.metAt ? [{ at: clock.metAt, kind: 'met' as const }] : [{ at: now, kind: 'now' as const }]),
    ...(clock.dueAt ? [{ at: clock.dueAt, kind: 'due' as const }] : []),
  ]
  return {
    parts: placed.map(({ line: { why, isAhead }, ...place }) => ({ ...place, why, isAhead })),
    marks: marks.flatMap((mark) => {
      const place = placeOf(mark.at)
      return place === undefined ? [] : [{ ...mark, x: place }]
    }),
  }
}

/** Those whose labels have room: none nearer than `gap` percent to the one before. */
export function spaced(marks: readonly StripMark[], gap: number): ReadonlySet<StripMark> {
  const shown = new Set<StripMark>()
  let last = Number.NEGATIVE_INFINITY
  for (const mark of marks) {
    if (mark.x - last < gap || mark.x > 100 - gap / 2) continue
    shown.add(mark)
    last = mark.x
  }
  return shown
}
