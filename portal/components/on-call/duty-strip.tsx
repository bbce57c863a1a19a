import { initialsOf } from '../../lib/on-call/colours.ts'
import type { Shift, Span } from '../../lib/on-call/contract.ts'
import { weekdayWord } from '../../lib/span.ts'
import type { Ui } from '../../lib/visit.ts'

type StripProps = {
  ui: Ui
  span: Span
  shifts: readonly Shift[]
  gaps: readonly Span[]
  /** The first instants of the days in the span. */
  midnights: readonly string[]
  zone: string
  colourOf: (id: string) => number
  label: string
}

const bar = { y: 2, height: 30 }

/** Some days of a schedule as one bar. What it shows stands in words beside it. */
export function DutyStrip({ ui, span, shifts, gaps, midnights, zone, colourOf, label }: StripProps) {
  const [start, end] = [Date.parse(span.from), Date.parse(span.to)]
  const place = (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - start) / (end - start)) * 100))
  const box = ({ from, to }: Span) => ({
    x: `${place(from).toFixed(3)}%`,
    width: `${Math.max(0, place(to) - place(from)).toFixed(3)}%`,
  })
  const seen = ({ from, to }: Span) => place(to) - place(from) > 0
  const now = ui.clock.now.toISOString()
  return (
    <svg className="duty-strip" role="img" aria-label={label} width="100%" height="54">
      <rect className="duty-strip-ground" x="0" width="100%" {...bar} rx="4" />
      {gaps.filter(seen).map((gap) => (
        <rect key={gap.from} className="duty-strip-gap" {...box(gap)} {...bar} />
      ))}
      {shifts.filter(seen).map((shift) => (
        <g key={shift.from} className={`duty-strip-shift person-${colourOf(shift.person.id)}`}>
          <rect {...box(shift)} {...bar} />
          {place(shift.to) - place(shift.from) > 2.5 && (
            <text
              className={place(shift.to) - place(shift.from) < 8 ? 'duty-strip-tight' : undefined}
              x={`${((place(shift.from) + place(shift.to)) / 2).toFixed(3)}%`}
              y="22"
              textAnchor="middle"
            >
              {initialsOf(shift.person.name)}
            </text>
          )}
        </g>
      ))}
      {midnights.map((at, index) => (
        <g key={at} className={index % 2 === 1 ? 'duty-strip-day duty-strip-day-odd' : 'duty-strip-day'}>
          <line x1={`${place(at)}%`} x2={`${place(at)}%`} y1={bar.y} y2="50" />
          {place(at) < 95 && (
            <text x={`${place(at)}%`} dx="4" y="48">
              {weekdayWord(at, { locale: ui.locale, zone })}
            </text>
          )}
        </g>
      ))}
      {now > span.from && now < span.to && (
        <line className="duty-strip-now" x1={`${place(now)}%`} x2={`${place(now)}%`} y1="0" y2="36" />
      )}
    </svg>
  )
}
