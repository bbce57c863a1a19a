import type { Duty } from '../../lib/on-call/contract.ts'
import { calendarLink } from '../../lib/on-call/query.ts'
import { cityOf, isSameWall, shortMoment, spanWords, timeOnly } from '../../lib/span.ts'
import type { Ui } from '../../lib/visit.ts'
import { Icon } from '../icon.tsx'
import { PersonChip } from './person-chip.tsx'

type CardProps = { ui: Ui; duty: Duty; colourOf: (id: string) => number; isTitled: boolean }

/** Who is it now, who is next, is there a gap? */
export function DutyCard({ ui, duty, colourOf, isTitled }: CardProps) {
  const { t, locale, clock } = ui
  const { schedule, now, next, gap } = duty
  const place = { locale, zone: clock.zone }
  const until = now && (clock.isToday(now.to) ? timeOnly(now.to, place) : shortMoment(now.to, place))
  const isOpen = gap !== undefined && clock.isPast(gap.from)
  return (
    <article className={isOpen || (!now && !gap) ? 'duty duty-open' : 'duty'}>
      {isTitled && (
        <h2>
          <a href={calendarLink(schedule.id, {})}>
            <bdi>{schedule.name}</bdi>
          </a>
        </h2>
      )}
      <dl>
        <dt>{t('onCall.now')}</dt>
        <dd className="duty-now">
          {now ? (
            <>
              <PersonChip person={now.person} colour={colourOf(now.person.id)} />
              <span className="duty-until">
                {t('onCall.until', { time: until ?? '' })}
                {!isSameWall(now.to, clock.zone, schedule.zone) && (
                  <span className="duty-there">
                    {t('onCall.there', {
                      city: cityOf(schedule.zone),
                      time: timeOnly(now.to, { locale, zone: schedule.zone }),
                    })}
                  </span>
                )}
              </span>
            </>
          ) : (
            <strong className="duty-nobody">
              <Icon name="alert" />
              {t('onCall.nobody')}
            </strong>
          )}
        </dd>
        {next && (
          <>
            <dt>{t('onCall.next')}</dt>
            <dd>
              <PersonChip person={next.person} colour={colourOf(next.person.id)} />
              <span className="duty-until">{t('onCall.from', { time: shortMoment(next.from, place) })}</span>
            </dd>
          </>
        )}
      </dl>
      {gap && (
        <p className="duty-gap">
          <Icon name="alert" />
          <span>
            {t(isOpen ? 'onCall.gapNow' : 'onCall.gapAhead', { span: spanWords(gap, place) })}{' '}
            <a href={calendarLink(schedule.id, { date: gap.from.slice(0, 10), from: gap.from, to: gap.to })}>
              {t('onCall.coverIt')}
            </a>
          </span>
        </p>
      )}
    </article>
  )
}
