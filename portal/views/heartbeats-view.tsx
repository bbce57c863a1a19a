import { AlertSections } from '../components/alerts/sections.tsx'
import { SeverityBadge } from '../components/alerts/severity.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import type { Heartbeat } from '../lib/alerts/contract.ts'
import { isAdministrator } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

const signs = {
  waiting: 'clock',
  healthy: 'check',
  late: 'clock',
  missing: 'alert',
  paused: 'pause',
} as const
/** The order of concern. */
const order = ['missing', 'late', 'waiting', 'healthy', 'paused'] as const

/** Does everything live that should? */
export function heartbeatsView(ui: Ui, all: readonly Heartbeat[]): View {
  const { t } = ui
  const ordered = all.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return {
    title: t('heartbeats.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('heartbeats.title')}</h1>
        <AlertSections ui={ui} here="heartbeats" />
        {all.length === 0 ? (
          <Empty title={t('heartbeats.emptyTitle')}>
            <p>{t('heartbeats.empty')}</p>
          </Empty>
        ) : (
          <ul className="control-list">
            {ordered.map((one) => (
              <Line key={one.id} ui={ui} one={one} />
            ))}
          </ul>
        )}
        {isAdministrator(ui.person) && (
          <p>
            <ButtonLink href="/alerts/heartbeats/new">{t('heartbeats.add')}</ButtonLink>
          </p>
        )}
      </>
    ),
  }
}

function Line({ ui, one }: { ui: Ui; one: Heartbeat }) {
  const { t, clock } = ui
  const { id, name, state, everyMinutes, severity, lastPingAt, missingSince, deadlineAt } = one
  return (
    <li id={id}>
      <div className="control-what">
        <a href={`/alerts/heartbeats/${encodeURIComponent(id)}`} dir="auto">
          {name}
        </a>
        <p className="control-about">{t('heartbeats.every', { minutes: everyMinutes })}</p>
      </div>
      <div className="control-state">
        <span className={state === 'missing' ? 'tag tag-high' : 'tag'}>
          <Icon name={signs[state]} />
          {t(`heartbeats.state_${state}`)}
        </span>
        {state === 'missing' && <SeverityBadge ui={ui} severity={severity} />}
        <span>
          {lastPingAt
            ? t('heartbeats.lastPing', { time: clock.relative(lastPingAt) })
            : t('heartbeats.neverPinged')}
        </span>
        {missingSince && <span>{t('heartbeats.missingSince', { time: clock.moment(missingSince) })}</span>}
        {deadlineAt && <span>{t('heartbeats.expected', { time: clock.moment(deadlineAt) })}</span>}
      </div>
    </li>
  )
}
