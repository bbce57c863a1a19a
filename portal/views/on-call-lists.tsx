import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Icon } from '../components/icon.tsx'
import { DutyStrip } from '../components/on-call/duty-strip.tsx'
import { SwapLine } from '../components/on-call/swap-list.tsx'
import { works } from '../lib/doors.ts'
import type { Conflict, Span } from '../lib/on-call/contract.ts'
import { calendarLink } from '../lib/on-call/query.ts'
import { spanWords } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'
import type { CalendarData, LayerShifts } from './on-call-data.ts'

type ListProps = { ui: Ui; calendar: CalendarData }

const shownSpan = ({ days, date }: CalendarData): Span => ({
  from: days[0]?.from ?? date,
  to: days.at(-1)?.to ?? date,
})

const overlaps = (one: Span, other: Span) =>
  Date.parse(one.from) < Date.parse(other.to) && Date.parse(one.to) > Date.parse(other.from)

/** As many gaps as are of help in words; the calendar shows the rest. */
const mostGaps = 6
/** Of what comes again and again, such as one person in two rotations. */
const mostAlike = 2

/** Nobody there, or one person in two places. */
export function Troubles({ ui, calendar }: ListProps) {
  const { t, locale, clock } = ui
  const { data, id, query, zone, date } = calendar
  const span = shownSpan(calendar)
  const gaps = data.gaps.filter((gap) => overlaps(gap, span) && !clock.isPast(gap.to))
  const conflicts = data.conflicts.filter((one) => overlaps(one, span) && !clock.isPast(one.to))
  if (gaps.length === 0 && conflicts.length === 0) return null
  const place = { locale, zone }
  return (
    <section className="troubles" aria-labelledby="troubles">
      <h2 id="troubles">{t('onCall.troubles')}</h2>
      <ul>
        {[...Map.groupBy(conflicts, (one) => conflictWords(ui, one))].map(([words, alike]) => (
          <li key={words}>
            <Icon name="alert" />
            <span>
              {words} {clock.list(alike.slice(0, mostAlike).map((one) => spanWords(one, place)))}
              {alike.length > mostAlike && ` ${t('onCall.moreTimes', { count: alike.length - mostAlike })}`}
            </span>
          </li>
        ))}
        {gaps.slice(0, mostGaps).map((gap) => (
          <li key={gap.from}>
            <Icon name="alert" />
            <span>
              {t('onCall.gapIn', { span: spanWords(gap, place) })}{' '}
              {works(ui.person) && (
                <a href={calendarLink(id, { ...query, date, from: gap.from, to: gap.to })}>
                  {t('onCall.coverIt')}
                </a>
              )}
            </span>
          </li>
        ))}
        {gaps.length > mostGaps && <li>{t('onCall.moreGaps', { count: gaps.length - mostGaps })}</li>}
      </ul>
    </section>
  )
}

const conflictWords = ({ t }: Ui, { kind, person }: Conflict) =>
  t(`onCall.conflict_${kind}`, { name: person?.name ?? '' })

export function Overrides({ ui, calendar, mayChange }: ListProps & { mayChange: boolean }) {
  const { t, locale } = ui
  const { data, id, query, zone } = calendar
  const span = shownSpan(calendar)
  const overrides = data.overrides.filter((one) => overlaps(one, span))
  if (overrides.length === 0) return null
  return (
    <section className="panel" aria-labelledby="overrides">
      <h2 id="overrides">{t('onCall.overrides')}</h2>
      <ul className="rows-list">
        {overrides.map((override) => (
          <li key={override.id}>
            <p>
              <strong>
                <bdi>{override.person.name}</bdi>
              </strong>
              , {spanWords(override, { locale, zone })}
              <span className="hint">
                {t('onCall.madeBy', { name: override.by.name })}
                {override.reason && <q className="swap-reason">{override.reason}</q>}
              </span>
            </p>
            {mayChange && (
              <form
                method="post"
                action={`/on-call/${encodeURIComponent(id)}/overrides/${encodeURIComponent(override.id)}/remove`}
              >
                <input type="hidden" name="returnTo" value={calendarLink(id, plainOf(query))} />
                <Button kind="plain">
                  {t(override.swapId ? 'onCall.undoSwap' : 'onCall.removeOverride')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const plainOf = ({ view, date, zone, hasLayers }: CalendarData['query']) => ({ view, date, zone, hasLayers })

export function Swaps({ ui, calendar }: ListProps) {
  const { data, id, query, zone } = calendar
  if (data.swaps.length === 0) return null
  return (
    <section className="panel" aria-labelledby="swaps">
      <h2 id="swaps">{ui.t('onCall.swaps')}</h2>
      <ul className="swaps">
        {data.swaps.map((swap) => (
          <SwapLine key={swap.id} {...{ ui, swap, zone }} returnTo={calendarLink(id, plainOf(query))} />
        ))}
      </ul>
    </section>
  )
}

type LayersProps = ListProps & { layers: LayerShifts[]; colourOf: (id: string) => number }

/** What each layer says by itself; where two have somebody, the lower one counts. */
export function Layers({ ui, calendar, layers, colourOf }: LayersProps) {
  const { t } = ui
  const span = shownSpan(calendar)
  const midnights = calendar.days.map(({ from }) => from).slice(0, 7)
  const shown = { from: span.from, to: calendar.days[6]?.to ?? span.to }
  return (
    <section className="ahead" aria-labelledby="layers">
      <h2 id="layers">{t('onCall.layers')}</h2>
      <p className="hint">{t('onCall.layersHint')}</p>
      <ul className="ahead-list">
        {layers.map(({ id, name, shifts }) => (
          <li key={id}>
            <h3>{name}</h3>
            <DutyStrip
              {...{ ui, midnights, colourOf, shifts }}
              span={shown}
              gaps={[]}
              zone={calendar.zone}
              label={t('onCall.stripOf', {
                name,
                people: ui.clock.list([...new Set(shifts.map(({ person }) => person.name))]),
                count: 0,
              })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A secret address for one's own calendar. */
export function Feeds({ ui, calendar }: ListProps) {
  const { t, clock } = ui
  const { id, feeds } = calendar
  const at = `/on-call/${encodeURIComponent(id)}/feeds`
  return (
    <Disclosure summary={t('onCall.subscribe')}>
      <form method="post" action={at} className="form">
        <p>{t('onCall.subscribeHint')}</p>
        <div className="buttons">
          {(['mine', 'all'] as const).map((only) => (
            <button key={only} type="submit" name="only" value={only} className="button button-plain">
              {t(`onCall.feedOf_${only}`)}
            </button>
          ))}
        </div>
      </form>
      {feeds.length > 0 && (
        <ul className="rows-list">
          {feeds.map((feed) => (
            <li key={feed.id}>
              <p>
                {t(`onCall.feed_${feed.only}`)}
                <span className="hint">{t('onCall.feedMade', { day: clock.full(feed.createdAt) })}</span>
              </p>
              <form method="post" action={`${at}/${encodeURIComponent(feed.id)}/revoke`}>
                <Button kind="danger">{t('onCall.revoke')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}
