import { Matchers } from '../components/alerts/matchers.tsx'
import { AlertSections } from '../components/alerts/sections.tsx'
import { SilenceForm } from '../components/alerts/silence-form.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Empty } from '../components/empty.tsx'
import { type Draft, ErrorSummary, emptyDraft } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import type { Held, Matcher, Silence } from '../lib/alerts/contract.ts'
import { matchersOf } from '../lib/alerts/matchers-form.ts'
import type { End } from '../lib/alerts/silence-form.ts'
import { works } from '../lib/doors.ts'
import { durationOf } from '../lib/duration.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import type { SilencesData } from './silences-data.ts'

/** What was typed into the form of a silence, and what came of looking at it. */
export type SilenceTyped = {
  draft: Draft
  matchers?: readonly Partial<Matcher>[]
  extra?: string
  chosen?: End
  would?: Held
}

/** What is quiet, who said so, why, and for how long? */
export function silencesView(ui: Ui, data: SilencesData, typed: SilenceTyped = { draft: emptyDraft }): View {
  const { t } = ui
  const { live, ended, alert, names } = data
  const active = live.filter(({ state }) => state === 'active')
  const coming = live.filter(({ state }) => state === 'scheduled')
  const isAsked = typed.matchers !== undefined || alert !== undefined
  return {
    title: t('silences.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('silences.title')}</h1>
        <AlertSections ui={ui} here="silences" />
        <ErrorSummary ui={ui} draft={typed.draft} />
        {active.length === 0 && !isAsked && (
          <Empty title={t('silences.emptyTitle')}>
            <p>{t('silences.empty')}</p>
          </Empty>
        )}
        {works(ui.person) && (
          <section id="new">
            <Disclosure summary={t('silences.new')} isOpen={isAsked}>
              {alert && <p className="hint">{t('silences.forAlert', { title: alert.title })}</p>}
              <SilenceForm
                ui={ui}
                action="/alerts/silences/save"
                matchers={typed.matchers ?? (alert ? matchersOf(alert) : [{}, {}])}
                extra={typed.extra}
                draft={typed.draft}
                chosen={typed.chosen ?? 'hour'}
                held={typed.would && { would: typed.would, names }}
              />
            </Disclosure>
          </section>
        )}
        <Some ui={ui} data={data} title={t('silences.active')} silences={active} />
        <Some ui={ui} data={data} title={t('silences.coming')} silences={coming} />
        <Some ui={ui} data={data} title={t('silences.ended')} silences={ended.slice(0, 25)} />
      </>
    ),
  }
}

type SomeProps = { ui: Ui; data: SilencesData; title: string; silences: readonly Silence[] }

const Some = ({ ui, data, title, silences }: SomeProps) =>
  silences.length > 0 && (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="control-list">
        {silences.map((silence) => (
          <Line key={silence.id} ui={ui} data={data} silence={silence} />
        ))}
      </ul>
    </section>
  )

function Line({ ui, data, silence }: { ui: Ui; data: SilencesData; silence: Silence }) {
  const { t } = ui
  const { id, matchers, reason, owner, state } = silence
  const holding = data.holding.get(id)
  return (
    <li id={id}>
      <div className="control-what">
        <p className="control-name" dir="auto">
          {reason}
        </p>
        <Matchers ui={ui} matchers={matchers} />
      </div>
      <div className="control-state">
        <span>{t('silences.by', { who: owner.name })}</span>
        <SilenceTime ui={ui} silence={silence} />
        {holding && (
          <span className="tag">
            <Icon name="pause" />
            {holding.hasMore
              ? t('silences.holdsMore', { count: String(holding.count) })
              : t('silences.holds', { count: holding.count })}
          </span>
        )}
        <a href={`/alerts/silences/${encodeURIComponent(id)}`}>
          {t(state !== 'ended' && works(ui.person) ? 'silences.change' : 'silences.see')}
          <span className="visually-hidden">: {reason}</span>
        </a>
      </div>
    </li>
  )
}

export function SilenceTime({ ui: { t, clock }, silence }: { ui: Ui; silence: Silence }) {
  const { state, startsAt, endsAt, endedAt, endedBy } = silence
  if (state === 'ended') {
    const time = clock.relative(endedAt ?? endsAt)
    return (
      <time dateTime={endedAt ?? endsAt} title={clock.full(endedAt ?? endsAt)}>
        {endedBy ? t('silences.endedBy', { time, who: endedBy.name }) : t('silences.endedAt', { time })}
      </time>
    )
  }
  return (
    <span>
      {state === 'scheduled' && `${t('silences.fromTime', { time: clock.moment(startsAt) })} `}
      <time dateTime={endsAt}>{t('silences.untilTime', { time: clock.moment(endsAt) })}</time>
      {state === 'active' &&
        ` · ${t('silences.left', { duration: durationOf(Date.parse(endsAt) - clock.now.getTime()) })}`}
    </span>
  )
}
