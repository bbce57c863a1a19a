import { ClockSign, Countdown, isTimed } from '../components/sla.tsx'
import type { DeskIncident, SlaClock } from '../lib/desk-contract.ts'
import type { Ui } from '../lib/visit.ts'

/** Both deadlines at one glance; each leads to why it is when it is. */
export function DeskClocks({ ui, incident }: { ui: Ui; incident: DeskIncident }) {
  if (incident.clocks.length === 0) return null
  return (
    <ul className="clocks" aria-label={ui.t('side.clocks')}>
      {incident.clocks.map((clock) => (
        <li key={clock.name} className={`clock sla-${clock.state}`}>
          <ClockSign state={clock.state} />
          <div>
            <p className="clock-name">
              {ui.t(`sla.${clock.name}`)} · {ui.t(`sla.state_${clock.state}`)}
            </p>
            <p className="clock-time">
              <When ui={ui} clock={clock} />
            </p>
          </div>
          <a className="clock-why" href={`/incidents/${incident.id}/clocks/${clock.name}`}>
            <span aria-hidden="true">{ui.t('side.why')}</span>
            <span className="visually-hidden">
              {ui.t('sla.explainNamed', { name: ui.t(`sla.${clock.name}`) })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function When({ ui, clock }: { ui: Ui; clock: SlaClock }) {
  const { t, clock: wall } = ui
  if (clock.metAt) {
    return (
      <time dateTime={clock.metAt}>
        {t(clock.state === 'breached' ? 'side.doneLate' : 'side.doneInTime', {
          date: wall.moment(clock.metAt),
        })}
      </time>
    )
  }
  if (!isTimed(clock)) return t('side.standsStill')
  return (
    <>
      <strong>
        <Countdown ui={ui} dueAt={clock.dueAt} />
      </strong>{' '}
      <span className="clock-due">{t('sla.due', { date: wall.moment(clock.dueAt) })}</span>
    </>
  )
}
