import { ClockStrip, StripLegend } from '../components/clock-strip.tsx'
import { LedgerTable } from '../components/ledger-table.tsx'
import { ClockSign, Countdown, isTimed } from '../components/sla.tsx'
import { ledgerOf, stripOf, usedSeconds } from '../lib/clock-strip.ts'
import type { Incident } from '../lib/contract.ts'
import { midnightsBetween } from '../lib/days.ts'
import type { ExplainedClock } from '../lib/desk-contract.ts'
import { countedTime } from '../lib/duration.ts'
import { nameIn } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type ClockData = { incident: Pick<Incident, 'id' | 'title'>; clock: ExplainedClock }

/** Why is it due then? Every stretch of time, counted or not, drawn and told. */
export function clockView(ui: Ui, { incident, clock }: ClockData): View {
  const { t } = ui
  const now = ui.clock.now.toISOString()
  const lines = ledgerOf(clock, now)
  const title = t('strip.title', { name: t(`sla.${clock.name}`), number: incident.id })
  const days = midnightsBetween(clock.startedAt, clock.segments.at(-1)?.to ?? now, ui.clock.zone)
  const strip = stripOf(clock, { now, days })
  const sentence = sentenceOf(ui, clock, usedSeconds(lines))
  const isCompressed = strip.parts.some(({ why }) => why === 'out_of_hours' || why === 'holiday')
  return {
    title,
    width: 'wide',
    body: (
      <>
        <header>
          <p className="overline">
            <a href={`/incidents/${incident.id}`} className="number">
              {incident.id}
            </a>
            <bdi>{incident.title}</bdi>
          </p>
          <h1>{title}</h1>
        </header>
        <p className={`clock-now sla-${clock.state}`}>
          <ClockSign state={clock.state} />
          <strong>{t(`sla.state_${clock.state}`)}</strong>
          {isTimed(clock) && (
            <>
              {' '}
              · <Countdown ui={ui} dueAt={clock.dueAt} />
            </>
          )}
        </p>
        <p className="lead">{sentence}</p>
        {strip.parts.length > 0 && (
          <figure className="strip-figure">
            <ClockStrip ui={ui} strip={strip} label={t('strip.picture', { sentence })} />
            <figcaption>
              <StripLegend ui={ui} strip={strip} />
              {isCompressed && <p className="hint">{t('strip.compressed')}</p>}
            </figcaption>
          </figure>
        )}
        <Rule ui={ui} clock={clock} />
        {lines.length > 0 && <LedgerTable ui={ui} lines={lines} zone={clock.calendar.zone} />}
        <p>
          <a href={`/incidents/${incident.id}`}>{t('strip.back', { number: incident.id })}</a>
        </p>
      </>
    ),
  }
}

const Rule = ({ ui: { t, locale, clock: wall }, clock }: { ui: Ui; clock: ExplainedClock }) => (
  <dl className="facts clock-rule">
    <dt>{t('strip.target')}</dt>
    <dd>{t('strip.targetIs', { time: countedTime(clock.targetMinutes * 60) })}</dd>
    <dt>{t('strip.calendar')}</dt>
    <dd>
      {nameIn(clock.calendar.name, locale)} ({clock.calendar.zone.replaceAll('_', ' ')})
    </dd>
    <dt>{t('strip.policy')}</dt>
    <dd>{nameIn(clock.policy.name, locale)}</dd>
    {wall.zone !== clock.calendar.zone && (
      <>
        <dt>{t('strip.zone')}</dt>
        <dd>{t('strip.zoneIs', { zone: wall.zone.replaceAll('_', ' ') })}</dd>
      </>
    )}
  </dl>
)

function sentenceOf({ t, clock: wall }: Ui, clock: ExplainedClock, used: number): string {
  const facts = {
    target: countedTime(clock.targetMinutes * 60),
    used: countedTime(used),
    rest: countedTime(Math.max(0, clock.targetMinutes * 60 - used)),
    due: clock.dueAt ? wall.full(clock.dueAt) : '',
  }
  if (clock.metAt && clock.state === 'breached')
    return t('strip.sentenceLate', { ...facts, met: wall.full(clock.metAt) })
  if (clock.metAt) return t('strip.sentenceMet', { ...facts, met: wall.full(clock.metAt) })
  if (clock.state === 'paused') return t('strip.sentencePaused', facts)
  if (clock.state === 'breached') return t('strip.sentenceOver', facts)
  return t('strip.sentence', facts)
}
