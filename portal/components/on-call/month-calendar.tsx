import { blocksOn, type Day } from '../../lib/on-call/calendar.ts'
import { initialsOf } from '../../lib/on-call/colours.ts'
import type { Shifts } from '../../lib/on-call/contract.ts'
import { blockTimes, changeWords, dayWords, monthWords, weekdayNames } from '../../lib/on-call/words.ts'
import { timeOnly } from '../../lib/span.ts'
import type { Ui } from '../../lib/visit.ts'

type MonthProps = {
  ui: Ui
  days: Day[]
  date: string
  data: Shifts
  zone: string
  colourOf: (id: string) => number
  weekOf: (date: string) => string
}

/** The whole weeks of a month; each day leads to its week. */
export function MonthCalendar({ ui, days, date, data, zone, colourOf, weekOf }: MonthProps) {
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    <table className="month">
      <caption className="visually-hidden">{monthWords(date, ui.locale)}</caption>
      <thead>
        <tr>
          {weekdayNames(ui.locale).map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <MonthDay key={day.date} {...{ ui, day, date, data, zone, colourOf, weekOf }} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthDay({ ui, day, date, data, zone, colourOf, weekOf }: Omit<MonthProps, 'days'> & { day: Day }) {
  const now = ui.clock.now.toISOString()
  const isToday = day.from <= now && now < day.to
  const isOutside = day.date.slice(0, 7) !== date.slice(0, 7)
  const blocks = blocksOn(day, data, { zone, repeat: undefined })
  return (
    <td className={isToday ? 'month-today' : isOutside ? 'month-outside' : undefined}>
      <a className="month-date" href={weekOf(day.date)} aria-label={dayWords(day.date, ui.locale)}>
        {Number(day.date.slice(8))}
      </a>
      {day.change && (
        <span className="month-note" title={changeWords(ui, day.change)}>
          {ui.t('onCall.hoursOfDay', { hours: String(day.hours) })}
        </span>
      )}
      <ul>
        {blocks.map((block) => {
          const { shift } = block
          const times = blockTimes(ui, block, zone)
          return (
            <li
              key={block.from}
              className={shift ? `bar person-${colourOf(shift.person.id)}` : 'bar block-gap'}
              title={`${shift?.person.name ?? ui.t('onCall.nobody')}, ${times}`}
            >
              <span className="bar-sign" aria-hidden="true">
                {shift ? initialsOf(shift.person.name) : '–'}
              </span>
              <bdi className="bar-name">{shift?.person.name ?? ui.t('onCall.nobody')}</bdi>
              <span className="bar-times" aria-hidden="true">
                {block.isStart && timeOnly(block.from, { locale: ui.locale, zone })}
              </span>
              <span className="visually-hidden">{times}</span>
              {shift?.overrideId && <span className="visually-hidden">{ui.t('onCall.standsIn')}</span>}
            </li>
          )
        })}
      </ul>
    </td>
  )
}
