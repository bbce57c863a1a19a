import type { AlertRow } from '../../lib/alerts/contract.ts'
import { durationOf } from '../../lib/duration.ts'
import type { Ui } from '../../lib/visit.ts'
import { Icon } from '../icon.tsx'
import { SeverityBadge } from './severity.tsx'

export type AlertNames = {
  source: (id: string) => string
  service: (id: string) => string
  team: (id: string) => string
}

type RowsProps = { ui: Ui; rows: readonly AlertRow[]; names: AlertNames }

/** Alerts below each other: how bad, what, from where, whose it is, since when, and what holds it back. */
export const AlertRows = ({ ui, rows, names }: RowsProps) => (
  <ul className="alert-list">
    {rows.map((row) => (
      <li key={row.id} className={row.heldBy ? 'alert-row alert-row-held' : 'alert-row'}>
        <SeverityBadge ui={ui} severity={row.severity} />
        <div className="alert-what">
          <a href={`/alerts/${encodeURIComponent(row.id)}`} dir="auto">
            {row.title}
          </a>
          <p className="alert-from">
            <bdi>{names.source(row.sourceId)}</bdi>
            {row.serviceId && (
              <>
                {' · '}
                <bdi>{names.service(row.serviceId)}</bdi>
              </>
            )}
            {' → '}
            <bdi>{names.team(row.teamId)}</bdi>
          </p>
        </div>
        <p className="alert-age">
          <Age ui={ui} row={row} />
          {row.heldBy && (
            <span className="tag">
              <Icon name="pause" />
              {ui.t(`alerts.heldBy_${row.heldBy}`)}
            </span>
          )}
        </p>
      </li>
    ))}
  </ul>
)

function Age({ ui: { t, clock }, row: { status, firedAt, lastSeenAt } }: { ui: Ui; row: AlertRow }) {
  return status === 'firing' ? (
    <time dateTime={firedAt} title={clock.full(firedAt)}>
      {t('alerts.for', { duration: durationOf(clock.now.getTime() - Date.parse(firedAt)) })}
    </time>
  ) : (
    <time dateTime={lastSeenAt} title={clock.full(lastSeenAt)}>
      {t('alerts.endedAt', { time: clock.relative(lastSeenAt) })}
    </time>
  )
}
