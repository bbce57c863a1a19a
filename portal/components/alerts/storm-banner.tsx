import type { Storm } from '../../lib/alerts/contract.ts'
import type { Ui } from '../../lib/visit.ts'
import { Icon } from '../icon.tsx'

/** A source that sends more than anybody could read. */
export type Storming = { id: string; name: string; storm: Storm; firing: number; hasMore: boolean }

/** What storms, since when, how much, and that nothing of it is lost. */
export function StormBanner({ ui, storming }: { ui: Ui; storming: Storming }) {
  const { t, clock } = ui
  const { id, name, storm, firing, hasMore } = storming
  const some = hasMore ? t('storm.over', { count: String(firing) }) : String(firing)
  return (
    <article className="banner banner-high storm">
      <Icon name="alert" />
      <div>
        <h2 dir="auto">{t('storm.title', { name })}</h2>
        <p>
          {t('storm.what', { time: clock.moment(storm.startedAt), requests: storm.requests })}{' '}
          {t('storm.fires', { count: firing, some })} {t('storm.lost')}
        </p>
        <p className="storm-ways">
          <a href={`/alerts/sources/${encodeURIComponent(id)}`}>{t('storm.toSource')}</a>
          <a href={`/alerts?source=${encodeURIComponent(id)}`}>{t('storm.toAlerts')}</a>
        </p>
      </div>
    </article>
  )
}
