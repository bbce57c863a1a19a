import type { ExplainedClock, Segment, SegmentKind } from './desk-contract.ts'

/** Closed hours are drawn at an eighth of their length: a weekend would push the work out of sight. */
const closedScale = 1 / 8
/** Even the shortest part is wide enough to be seen, in percent. */
const thinnest = 0.6

export type StripPart = {
  /** In percent of the strip. */
  x: number
  width: number
  why: SegmentKind
  /** It lies ahead: it is what will be counted if nothing changes. */
  isAhead: boolean
}
export type StripMark = { x: number; at: string; kind: 'start' | 'now' | 'due' | 'met' | 'day' }
export type Strip = { parts: StripPart[]; marks: StripMark[] }

type Piece = Omit<Segment, 'countedSeconds' | 'detail'> & { isAhead: boolean }

const instant = (at: string) => Date.parse(at)

const weightOf = ({ from, to, why }: Piece) =>
  (instant(to) - instant(from)) * (why === 'counted' || why === 'paused' ? 1 : closedScale)

/** What has happened and what lies ahead, apart. */
const piecesOf = (segments: readonly Segment[], now: string): Piece[] =>
  segments.flatMap(({ from, to, why }): Piece[] => {
    if (from >= now || to <= now) return from < to ? [{ from, to, why, isAhead: from >= now }] : []
    return [
      { from, to: now, why, isAhead: false },
      { from: now, to, why, isAhead: true },
    ]
  })

/**
 * Where everything stands on a strip from 0 to 100, for a drawing.
 * @param now ISO 8601 UTC, by the API's clock
 * @param days the first instants of the days to mark, in the reader's zone
 */
export function stripOf(clock: ExplainedClock, { now, days }: { now: string; days: string[] }): Strip {
  const pieces = piecesOf(clock.segments, now)
  const whole = pieces.reduce((sum, piece) => sum + weightOf(piece), 0)
  if (whole === 0) return { parts: [], marks: [] }
  const widths = pieces.map((piece) => Math.max((weightOf(piece) / whole) * 100, thinnest))
  const scale = 100 / widths.reduce((sum, width) => sum + width, 0)
  let x = 0
  const parts = pieces.map((piece, index) => {
    const width = (widths[index] ?? 0) * scale
    const part = { ...piece, x, width }
    x += width
    return part
  })
  const [start, end] = [parts[0]?.from ?? now, parts.at(-1)?.to ?? now]
  const placeOf = (at: string): number | undefined => {
    if (at < start || at > end) return undefined
    const part = parts.find(({ from, to }) => from <= at && at <= to)
    if (!part) return undefined
    const share = (instant(at) - instant(part.from)) / (instant(part.to) - instant(part.from))
    return part.x + part.width * share
  }
  const marks: Omit<StripMark, 'x'>[] = [
    ...days.map((at) => ({ at, kind: 'day' as const })),
    { at: clock.startedAt, kind: 'start' },
    { at: now, kind: 'now' },
    ...(clock.dueAt ? [{ at: clock.dueAt, kind: 'due' as const }] : []),
    ...(clock.metAt ? [{ at: clock.metAt, kind: 'met' as const }] : []),
  ]
  return {
    parts: parts.map(({ x: left, width, why, isAhead }) => ({ x: left, width, why, isAhead })),
    marks: marks.flatMap((mark) => {
      const place = placeOf(mark.at)
      return place === undefined ? [] : [{ ...mark, x: place }]
    }),
  }
}

/** A line of the ledger: when, why, how much it counts, and how much there is by then. */
export type LedgerLine = Segment & { isAhead: boolean; sumSeconds: number }

export function ledgerOf({ segments }: Pick<ExplainedClock, 'segments'>, now: string): LedgerLine[] {
  let sumSeconds = 0
  return segments.map((segment) => {
    sumSeconds += segment.countedSeconds
    return { ...segment, isAhead: segment.from >= now, sumSeconds }
  })
}
