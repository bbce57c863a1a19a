import { AlertRows } from '../components/alerts/alert-rows.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Icon } from '../components/icon.tsx'
import { alertNames } from '../lib/alerts/names.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

const shownAtOnce = 3

/** What monitoring says of this incident: how many of its alerts fire, and which. */
export function DeskAlerts({ ui, data }: { ui: Ui; data: IncidentData }) {
  const { t } = ui
  const { incident, alerts } = data
  const { items, nextCursor } = alerts
  if (items.length === 0) return null
  const firing = items.filter(({ status }) => status === 'firing').length
  const names = alertNames(ui, data)
  const first = items.slice(0, shownAtOnce)
  return (
    <section className="desk-alerts" aria-labelledby="alerts">
      <h2 id="alerts">
        <Icon name={firing > 0 ? 'alert' : 'check'} />
        {t('alerts.ofIncident')}
        <span className="soft">
          {t(nextCursor ? 'alerts.ofIncidentMore' : 'alerts.ofIncidentCount', {
            firing,
            all: String(items.length),
          })}
        </span>
      </h2>
      <AlertRows ui={ui} rows={first} names={names} />
      {items.length > shownAtOnce && (
        <Disclosure summary={t('alerts.ofIncidentRest', { count: items.length - shownAtOnce })}>
          <AlertRows ui={ui} rows={items.slice(shownAtOnce)} names={names} />
          {nextCursor && (
            <p>
              <a href={`/incidents/${incident.id}/alerts`}>{t('alerts.ofIncidentAll')}</a>
            </p>
          )}
        </Disclosure>
      )}
    </section>
  )
}
