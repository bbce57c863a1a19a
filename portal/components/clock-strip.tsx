import { type Strip, type StripMark, spaced } from '../lib/clock-strip.ts'
import type { SegmentKind } from '../lib/desk-contract.ts'
import { weekdayTime, weekdayWord } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'

/** Heights of what is drawn, in pixels. */
const bar = { y: 44, height: 30 }
const thin = { y: 57, height: 4 }

const anchorOf = (x: number) => (x < 14 ? 'start' : x > 86 ? 'end' : 'middle')
const percent = (x: number) => `${x.toFixed(3)}%`
const isOpen = (why: SegmentKind) => why === 'counted' || why === 'paused'

/**
 * The ledger as a picture: what counts is a block, a pause is hatched, closed hours are a thin line. All places are
 * in percent, so that letters keep their size on every screen. The table below it says the same in words.
 */
export function ClockStrip({ ui, strip, label }: { ui: Ui; strip: Strip; label: string }) {
  const days = strip.marks.filter(({ kind }) => kind === 'day')
  const roomy = spaced(days, 6)
  const narrow = spaced(days, 19)
  return (
    <svg className="strip" role="img" aria-label={label} width="100%" height="100">
      <defs>
        <pattern
          id="strip-paused"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="7" height="7" className="strip-hatch-ground" />
          <rect width="2.500" height="7" className="strip-hatch" />
        </pattern>
      </defs>
      {strip.parts.map(({ x, width, why, isAhead }) => (
        <rect
          key={`${x}`}
          className={`strip-${why}${isAhead ? ' strip-ahead' : ''}`}
          x={percent(x)}
          width={percent(width)}
          {...(isOpen(why) ? bar : thin)}
          {...(why === 'paused' && { fill: 'url(#strip-paused)' })}
        />
      ))}
      {days.map((mark) => (
        <g key={mark.at} className={narrow.has(mark) ? 'strip-day' : 'strip-day strip-day-minor'}>
          <line x1={percent(mark.x)} x2={percent(mark.x)} y1={bar.y} y2={bar.y + bar.height + 4} />
          {roomy.has(mark) && (
            <text x={percent(mark.x)} dx="3" y="92">
              {weekdayWord(mark.at, { locale: ui.locale, zone: ui.clock.zone })}
            </text>
          )}
        </g>
      ))}
      {strip.marks
        .filter(({ kind }) => kind !== 'day')
        .map((mark) => (
          <Mark key={mark.kind} ui={ui} mark={mark} />
        ))}
    </svg>
  )
}

function Mark({ ui, mark: { kind, at, x } }: { ui: Ui; mark: StripMark }) {
  if (kind === 'day') return null
  const row = kind === 'start' || kind === 'due' ? 32 : 13
  const time = weekdayTime(at, { locale: ui.locale, zone: ui.clock.zone })
  return (
    <g className={`strip-mark strip-mark-${kind}`}>
      <line x1={percent(x)} x2={percent(x)} y1={row + 5} y2={bar.y + bar.height + 4} />
      <text x={percent(x)} y={row} textAnchor={anchorOf(x)}>
        <tspan className="strip-mark-name">{ui.t(`strip.${kind}`)}</tspan>
        {kind !== 'now' && ` ${time}`}
      </text>
    </g>
  )
}

const kinds = ['counted', 'paused', 'out_of_hours', 'holiday'] as const

/** Which drawing means what; only what there is. */
export function StripLegend({ ui, strip }: { ui: Ui; strip: Strip }) {
  const has = (why: SegmentKind, isAhead: boolean) =>
    strip.parts.some((part) => part.why === why && part.isAhead === isAhead)
  const shown = [
    ...kinds.filter((why) =>
      strip.parts.some((part) => part.why === why && (why !== 'counted' || !part.isAhead)),
    ),
    ...(has('counted', true) ? (['ahead'] as const) : []),
  ]
  return (
    <ul className="strip-legend">
      {shown.map((why) => (
        <li key={why}>
          <svg width="28" height="14" aria-hidden="true" focusable="false" className="strip-swatch">
            <rect
              className={why === 'ahead' ? 'strip-counted strip-ahead' : `strip-${why}`}
              x="1"
              width="26"
              y={why === 'out_of_hours' || why === 'holiday' ? 5 : 1}
              height={why === 'out_of_hours' || why === 'holiday' ? 4 : 12}
              {...(why === 'paused' && { fill: 'url(#strip-paused)' })}
            />
          </svg>
          {ui.t(`strip.legend_${why}`)}
        </li>
      ))}
    </ul>
  )
}
