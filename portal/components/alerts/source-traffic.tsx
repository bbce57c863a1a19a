import type { Reason, Traffic } from '../../lib/alerts/contract.ts'
import type { Ui } from '../../lib/visit.ts'
import { Fact } from '../fact.tsx'
import { Icon } from '../icon.tsx'
import { Ago } from '../time.tsx'

/** How much came, and of what was refused, what to do about it. */
export function SourceTrafficPanel({ ui, traffic }: { ui: Ui; traffic: Traffic }) {
  const { t, clock } = ui
  const { storm, lastAt, requests, accepted, truncated } = traffic
  const refused = Object.entries(traffic.refused) as [Reason, number][]
  return (
    <section className="panel" aria-labelledby="came">
      <h2 id="came">{t('sources.cameTitle')}</h2>
      {storm && (
        <p className={storm.endedAt ? 'soft' : 'source-storm'}>
          {!storm.endedAt && <Icon name="alert" />}
          <span>
            {storm.endedAt
              ? t('storm.ended', {
                  from: clock.moment(storm.startedAt),
                  to: clock.moment(storm.endedAt),
                  requests: storm.requests,
                })
              : `${t('storm.what', { time: clock.moment(storm.startedAt), requests: storm.requests })} ${t('storm.lost')}`}
          </span>
        </p>
      )}
      <dl className="facts">
        <Fact name={t('sources.lastAt')}>
          {lastAt ? <Ago ui={ui} at={lastAt} /> : t('sources.neverHeard')}
        </Fact>
        <Fact name={t('sources.requests')}>{String(requests)}</Fact>
        <Fact name={t('sources.alerts')}>{String(accepted)}</Fact>
        {truncated > 0 && (
          <Fact name={t('sources.truncated')}>
            {String(truncated)} <span className="hint">{t('sources.truncatedHint')}</span>
          </Fact>
        )}
      </dl>
      <h3>{t('sources.refusedTitle')}</h3>
      {refused.length === 0 ? (
        <p className="soft">{t('sources.nothingRefused')}</p>
      ) : (
        <ul className="refusals">
          {refused
            .toSorted(([, a], [, b]) => b - a)
            .map(([reason, count]) => (
              <li key={reason}>
                <p>
                  <strong>{t(`refused.${reason}`)}</strong> <span className="number">× {count}</span>
                </p>
                <p className="hint">{t(`refused.do_${reason}`)}</p>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}
