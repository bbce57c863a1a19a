import { AlertWay } from '../components/alerts/alert-way.tsx'
import { SeverityBadge } from '../components/alerts/severity.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Fact } from '../components/fact.tsx'
import { Icon } from '../components/icon.tsx'
import { When } from '../components/time.tsx'
import { type Alert, heartbeatSource } from '../lib/alerts/contract.ts'
import { alertNames } from '../lib/alerts/names.ts'
import { works } from '../lib/doors.ts'
import { durationOf } from '../lib/duration.ts'
import { indented } from '../lib/indented.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import type { AlertData } from './alert-data.ts'
import { Back } from './set-up-frame.tsx'

/** What is it, what became of it, and why? */
export function alertView(ui: Ui, data: AlertData): View {
  const { t } = ui
  const { alert } = data
  return {
    title: alert.title,
    width: 'wide',
    body: (
      <>
        <header>
          <Back ui={ui} href="/alerts" label={t('alerts.back')} />
          <Overline ui={ui} alert={alert} />
          <h1 dir="auto">{alert.title}</h1>
          {alert.summary && (
            <p className="lead prose" dir="auto">
              {alert.summary}
            </p>
          )}
        </header>
        {works(ui.person) && alert.status === 'firing' && (
          <>
            <p>
              <ButtonLink href={`/alerts/silences?alert=${encodeURIComponent(alert.id)}#new`} kind="plain">
                {t('alerts.silence')}
              </ButtonLink>
            </p>
            <Disclosure summary={t('alerts.end')}>
              <form method="post" action={`/alerts/${encodeURIComponent(alert.id)}/end`}>
                <p className="hint">{t('alerts.endWhen')}</p>
                <Button kind="plain">{t('alerts.end')}</Button>
              </form>
            </Disclosure>
          </>
        )}
        <div className="alert-page">
          <div>
            <AlertWay ui={ui} data={data} />
            {alert.payload && (
              <Disclosure summary={t('alerts.payload')}>
                <pre className="code" dir="ltr">
                  {indented(alert.payload)}
                </pre>
              </Disclosure>
            )}
          </div>
          <div>
            <Facts ui={ui} data={data} />
            <Labels ui={ui} alert={alert} />
            <Links ui={ui} alert={alert} />
          </div>
        </div>
      </>
    ),
  }
}

const Overline = ({ ui, alert }: { ui: Ui; alert: Alert }) => (
  <p className="overline">
    <SeverityBadge ui={ui} severity={alert.severity} />
    <span className="state">
      <Icon name={alert.status === 'firing' ? 'alert' : 'check'} />
      {ui.t(alert.status === 'firing' ? 'alerts.oneFires' : 'alerts.oneEnded')}
    </span>
    {alert.hold && (
      <span className="tag">
        <Icon name="pause" />
        {ui.t(`alerts.heldBy_${alert.hold.by}`)}
      </span>
    )}
    <Since ui={ui} alert={alert} />
  </p>
)

function Since({ ui: { t, clock }, alert: { resolvedAt, firedAt } }: { ui: Ui; alert: Alert }) {
  const at = resolvedAt ?? firedAt
  return (
    <time dateTime={at} title={clock.full(at)}>
      {t(resolvedAt ? 'alerts.endedAt' : 'alerts.firedAt', { time: clock.relative(at) })}
    </time>
  )
}

function Facts({ ui, data }: { ui: Ui; data: AlertData }) {
  const { t, clock } = ui
  const { alert } = data
  const names = alertNames(ui, data)
  const source =
    alert.sourceId === heartbeatSource
      ? '/alerts/heartbeats'
      : `/alerts/sources/${encodeURIComponent(alert.sourceId)}`
  return (
    <section className="panel">
      <h2>{t('alerts.facts')}</h2>
      <dl className="facts">
        <Fact name={t('alerts.incident')}>
          {alert.incidentId ? (
            <a href={`/incidents/${alert.incidentId}`} className="number">
              {alert.incidentId}
            </a>
          ) : (
            t('alerts.noIncident')
          )}
        </Fact>
        <Fact name={t('alerts.source')}>
          <a href={source}>{names.source(alert.sourceId)}</a>
        </Fact>
        {alert.serviceId && (
          <Fact name={t('alerts.service')}>
            <a href={`/alerts?service=${encodeURIComponent(alert.serviceId)}`}>
              {names.service(alert.serviceId)}
            </a>
          </Fact>
        )}
        <Fact name={t('alerts.team')}>{names.team(alert.teamId)}</Fact>
        <Fact name={t('alerts.begunAt')}>
          <When ui={ui} at={alert.firedAt} />
        </Fact>
        {alert.resolvedAt ? (
          <Fact name={t('alerts.ended')}>
            <When ui={ui} at={alert.resolvedAt} />,{' '}
            {t('alerts.endedAfter', {
              duration: durationOf(Date.parse(alert.resolvedAt) - Date.parse(alert.firedAt)),
            })}
          </Fact>
        ) : (
          <Fact name={t('alerts.lastSeen')}>
            <When ui={ui} at={alert.lastSeenAt} />
          </Fact>
        )}
        {alert.startsAt && !Number.isNaN(Date.parse(alert.startsAt)) && (
          <Fact name={t('alerts.bySource')}>{clock.moment(alert.startsAt)}</Fact>
        )}
        {alert.changes.length > 1 && (
          <Fact name={t('alerts.changed')}>{t('alerts.changedTimes', { count: alert.changes.length })}</Fact>
        )}
      </dl>
    </section>
  )
}

function Labels({ ui: { t }, alert: { labels } }: { ui: Ui; alert: Alert }) {
  const all = Object.entries(labels)
  return (
    <section className="panel">
      <h2>{t('alerts.labels')}</h2>
      {all.length === 0 ? (
        <p className="soft">{t('alerts.noLabels')}</p>
      ) : (
        <ul className="labels">
          {all.map(([name, value]) => (
            <li key={name}>
              <code>
                <bdi>
                  {name}={value}
                </bdi>
              </code>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Written by whoever sends alerts: nothing but web addresses is ever a link, and none learns where it was pressed. */
function Links({ ui: { t }, alert }: { ui: Ui; alert: Alert }) {
  const links = alert.links.filter(({ url }) => /^https?:\/\//i.test(url))
  if (links.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('alerts.links')}</h2>
      <ul>
        {links.map(({ text, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer external" dir="auto">
              {text || url}
            </a>
          </li>
        ))}
      </ul>
      <p className="hint">{t('alerts.opensElsewhere')}</p>
    </section>
  )
}
