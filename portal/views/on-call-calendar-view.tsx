import { type Draft, ErrorSummary, emptyDraft } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { type Asking, ChangeForms } from '../components/on-call/change-forms.tsx'
import { DutyCard } from '../components/on-call/duty-card.tsx'
import { MonthCalendar } from '../components/on-call/month-calendar.tsx'
import { WeekCalendar } from '../components/on-call/week-calendar.tsx'
import { works } from '../lib/doors.ts'
import type { Block } from '../lib/on-call/calendar.ts'
import { coloursFor } from '../lib/on-call/colours.ts'
import { turned, views } from '../lib/on-call/days.ts'
import { calendarLink } from '../lib/on-call/query.ts'
import { changeWords, dayWords, monthWords, rangeWords, zoneWords } from '../lib/on-call/words.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import type { CalendarData } from './on-call-data.ts'
import { Feeds, Layers, Overrides, Swaps, Troubles } from './on-call-lists.tsx'

type Shown = { calendar: CalendarData; draft?: Draft; asks?: Asking }

/** One schedule: its calendar, and everything that can be done with it. */
export function calendarView(ui: Ui, { calendar, draft = emptyDraft, asks }: Shown): View {
  const { t } = ui
  const { data, duty, days, zone, query, id, date, layers } = calendar
  const { schedule, shifts } = data
  const colourOf = coloursFor([
    ...[duty?.now, duty?.next].flatMap((shift) => (shift ? [shift.person] : [])),
    ...[...shifts, ...(layers ?? []).flatMap((layer) => layer.shifts)].map(({ person }) => person),
  ])
  const mayChange = works(ui.person)
  const linkTo = (block: Block) =>
    calendarLink(id, { ...query, date, from: block.from, to: block.to, person: block.shift?.person.id })
  const changes = days.flatMap(({ change, date: day }) => (change ? [{ change, day }] : []))
  return {
    title: schedule.name,
    width: 'wide',
    body: (
      <>
        <header>
          <p className="crumb">
            <a href="/on-call">← {t('onCall.title')}</a>
          </p>
          <h1>
            <bdi>{schedule.name}</bdi>
          </h1>
        </header>
        <ErrorSummary ui={ui} draft={draft} />
        {duty && <DutyCard ui={ui} duty={duty} colourOf={colourOf} isTitled={false} />}
        <section className="calendar" aria-labelledby="calendar-title">
          <Tools ui={ui} calendar={calendar} />
          {changes.map(({ change, day }) => (
            <Notice key={day} kind="note">
              <strong>{dayWords(day, ui.locale)}:</strong> {changeWords(ui, change)}{' '}
              {t(change.kind === 'skipped' ? 'onCall.skippedMeans' : 'onCall.repeatedMeans')}
            </Notice>
          ))}
          {query.view === 'week' ? (
            <WeekCalendar {...{ ui, days, data, zone, colourOf }} linkTo={mayChange ? linkTo : undefined} />
          ) : (
            <MonthCalendar
              {...{ ui, days, data, zone, colourOf, date }}
              weekOf={(day) => calendarLink(id, { ...query, view: 'week', date: day })}
            />
          )}
          {mayChange && query.view === 'week' && <p className="hint drag-hint">{t('onCall.dragHint')}</p>}
        </section>
        {layers && <Layers {...{ ui, calendar, layers, colourOf }} />}
        <Troubles ui={ui} calendar={calendar} />
        {mayChange && <ChangeForms ui={ui} calendar={calendar} draft={draft} asks={asks} />}
        <Swaps ui={ui} calendar={calendar} />
        <Overrides ui={ui} calendar={calendar} mayChange={mayChange} />
        <nav className="calendar-more" aria-label={t('onCall.more')}>
          <a
            href={`/on-call/${encodeURIComponent(id)}/fairness?${new URLSearchParams({ date, zone: schedule.zone })}`}
          >
            {t('onCall.fairness')}
          </a>
          <a href={calendarLink(id, { ...query, hasLayers: !query.hasLayers })}>
            {t(query.hasLayers ? 'onCall.hideLayers' : 'onCall.showLayers')}
          </a>
        </nav>
        <Feeds ui={ui} calendar={calendar} />
        {mayChange && (
          <dialog id="change-dialog" className="dialog" aria-labelledby="change-title">
            <form method="dialog" className="dialog-head dialog-close">
              <button type="submit" className="button button-quiet">
                {t('onCall.close')}
              </button>
            </form>
          </dialog>
        )}
      </>
    ),
  }
}

function Tools({ ui, calendar }: { ui: Ui; calendar: CalendarData }) {
  const { t, locale, clock } = ui
  const { query, id, date, days, data, zone } = calendar
  const plain = { view: query.view, zone: query.zone, hasLayers: query.hasLayers }
  const title =
    query.view === 'week'
      ? rangeWords(days[0]?.date ?? date, days.at(-1)?.date ?? date, locale)
      : monthWords(date, locale)
  const hasTwoZones = clock.zone !== data.schedule.zone
  return (
    <div className="tools">
      <h2 id="calendar-title">{title}</h2>
      <nav className="tools-turn" aria-label={t('onCall.turn')}>
        <a
          className="button button-plain"
          href={calendarLink(id, { ...plain, date: turned(query.view, date, -1) })}
          aria-label={t(`onCall.before_${query.view}`)}
        >
          ←
        </a>
        <a className="button button-plain" href={calendarLink(id, plain)}>
          {t('onCall.today')}
        </a>
        <a
          className="button button-plain"
          href={calendarLink(id, { ...plain, date: turned(query.view, date, 1) })}
          aria-label={t(`onCall.after_${query.view}`)}
        >
          →
        </a>
      </nav>
      <nav className="segments" aria-label={t('onCall.views')}>
        {views.map((view) => (
          <a
            key={view}
            href={calendarLink(id, { ...plain, date, view })}
            aria-current={view === query.view ? 'page' : undefined}
          >
            {t(`onCall.view_${view}`)}
          </a>
        ))}
      </nav>
      {hasTwoZones ? (
        <nav className="segments" aria-label={t('onCall.zones')}>
          {(['mine', 'schedule'] as const).map((choice) => (
            <a
              key={choice}
              href={calendarLink(id, { ...plain, date, zone: choice })}
              aria-current={choice === query.zone ? 'page' : undefined}
            >
              {choice === 'mine'
                ? t('onCall.myZone', { zone: zoneWords(clock.zone) })
                : zoneWords(data.schedule.zone)}
            </a>
          ))}
        </nav>
      ) : (
        <p className="hint tools-zone">{zoneWords(zone)}</p>
      )}
      <form method="get" action={`/on-call/${encodeURIComponent(id)}`} className="tools-date">
        {query.view !== 'week' && <input type="hidden" name="view" value={query.view} />}
        {query.zone !== 'mine' && <input type="hidden" name="zone" value={query.zone} />}
        <label>
          <span className="visually-hidden">{t('onCall.date')}</span>
          <input type="date" name="date" defaultValue={date} required />
        </label>
        <button type="submit" className="button button-plain">
          {t('onCall.show')}
        </button>
      </form>
    </div>
  )
}
