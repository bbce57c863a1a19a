import { repeatWords, wallWords } from '../../lib/on-call/axis.ts'
import { type Block, blocksOn, type Day, hoursOn, repeatIn } from '../../lib/on-call/calendar.ts'
import { initialsOf } from '../../lib/on-call/colours.ts'
import type { Shifts } from '../../lib/on-call/contract.ts'
import { isPresent, weekRules } from '../../lib/on-call/week-rules.ts'
import { blockTimes, dayWords } from '../../lib/on-call/words.ts'
import type { Ui } from '../../lib/visit.ts'
import { Icon } from '../icon.tsx'

type WeekProps = {
  ui: Ui
  days: Day[]
  data: Shifts
  zone: string
  colourOf: (id: string) => number
  /** Where a press on a shift or a gap leads; without it nothing can be pressed. */
  linkTo?: (block: Block) => string
}

/**
 * A week: on a desk seven columns along one axis of hours, on a phone a list for each day. An hour that comes twice
 * is on the axis twice; one that is skipped is crossed out on its day.
 */
export function WeekCalendar({ ui, days, data, zone, colourOf, linkTo }: WeekProps) {
  const repeat = repeatIn(days)
  const hours = hoursOn(repeat)
  const now = ui.clock.now.toISOString()
  const columns = days.map((day) => ({ day, blocks: blocksOn(day, data, { zone, repeat }) }))
  const rules = weekRules(columns, { zone, repeat, now })
  return (
    <div className="week" data-week={linkTo && 'on'} data-repeat={repeat && repeatWords(repeat)}>
      <style nonce={ui.nonce}>{`@media (min-width:60rem){${rules.join('')}}`}</style>
      <div className="week-axis" aria-hidden="true">
        {hours.map(({ minutes, isAgain }, index) => (
          <span key={`${minutes}${isAgain}`} className={`week-hour week-hour-${index}`}>
            {wallWords(minutes)}
            {isAgain && '*'}
          </span>
        ))}
      </div>
      <ol className="week-days">
        {columns.map(({ day, blocks }, column) => {
          const isToday = isPresent(day, now)
          return (
            <li key={day.date} className={isToday ? 'week-day week-today' : 'week-day'}>
              <h3>
                <time dateTime={day.date}>{dayWords(day.date, ui.locale)}</time>
                {isToday && <span className="week-word"> {ui.t('onCall.today')}</span>}
              </h3>
              {day.change && (
                <p className="week-note">{ui.t('onCall.hoursOfDay', { hours: String(day.hours) })}</p>
              )}
              <ol className="week-blocks" data-date={day.date}>
                {repeat && day.change?.kind !== 'repeated' && (
                  <li aria-hidden="true" className="week-mark week-again" />
                )}
                {day.change?.kind === 'skipped' && (
                  <li aria-hidden="true" className={`week-mark week-skipped week-change-${column}`} />
                )}
                {blocks.map((block, index) => (
                  <WeekBlock
                    key={block.from}
                    {...{ ui, block, zone, colourOf, linkTo }}
                    place={`week-at-${column}-${index}`}
                  />
                ))}
                {isToday && <li aria-hidden="true" className="week-now" />}
              </ol>
            </li>
          )
        })}
      </ol>
      {repeat && <p className="week-foot hint">{ui.t('onCall.againNote')}</p>}
    </div>
  )
}

/** Below these parts of an axis, a block has two narrow lines, or one. */
const [shortHeight, lineHeight] = [1.8 / 24, 0.9 / 24]

type BlockProps = Pick<WeekProps, 'ui' | 'zone' | 'colourOf' | 'linkTo'> & { block: Block; place: string }

function WeekBlock({ ui, block, zone, colourOf, linkTo, place }: BlockProps) {
  const { shift } = block
  const times = blockTimes(ui, block, zone)
  const inside = shift ? (
    <>
      <span className="block-sign" aria-hidden="true">
        {initialsOf(shift.person.name)}
      </span>
      <bdi className="block-name">{shift.person.name}</bdi>
      <span className="block-times">{times}</span>
      {shift.overrideId && (
        <span className="block-mark">
          <Icon name="people" /> {ui.t('onCall.standsIn')}
        </span>
      )}
    </>
  ) : (
    <>
      <span className="block-name">{ui.t('onCall.nobody')}</span>
      <span className="block-times">{times}</span>
      {linkTo && <span className="block-mark">{ui.t('onCall.coverIt')}</span>}
    </>
  )
  const looks = shift ? `person-${colourOf(shift.person.id)}` : 'block-gap'
  const className = [
    `block ${looks} ${place}`,
    shift?.overrideId && 'block-override',
    block.height < shortHeight && (block.height < lineHeight ? 'block-line' : 'block-short'),
  ]
    .filter(Boolean)
    .join(' ')
  const title = [
    shift?.person.name ?? ui.t('onCall.nobody'),
    times,
    ...(shift?.overrideId ? [ui.t('onCall.standsIn')] : []),
  ].join(', ')
  return (
    <li className={className} title={title}>
      {linkTo ? <a href={linkTo(block)}>{inside}</a> : <div>{inside}</div>}
    </li>
  )
}
