import { PriorityBadge, StateBadge } from '../components/badge.tsx'
import { Timeline } from '../components/timeline.tsx'
import { teamNames } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

/** Somebody was faster: who, what changed, and how it stands. Nothing was overwritten, nothing typed is lost. */
export function Conflict({ ui, data, seen }: { ui: Ui; data: IncidentData; seen: string }) {
  const { t } = ui
  const { incident, entries, teams } = data
  const news = entries.filter(({ at }) => at > seen)
  const who = news.findLast(({ by }) => by.name !== undefined)?.by.name
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of this, so reading starts here.
    <section className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{who ? t('desk.conflictTitle', { who }) : t('desk.conflictAnyone')}</h2>
      <p>{t('desk.conflictText')}</p>
      <dl className="facts">
        <dt>{t('queue.state')}</dt>
        <dd>
          <StateBadge ui={ui} state={incident.state} holdReason={incident.holdReason} />
        </dd>
        <dt>{t('queue.priority')}</dt>
        <dd>
          <PriorityBadge ui={ui} priority={incident.priority} />
        </dd>
        <dt>{t('queue.assignee')}</dt>
        <dd>{incident.assigneeName ?? t('desk.nobody')}</dd>
      </dl>
      {news.length > 0 && (
        <>
          <h3>{t('desk.conflictNews')}</h3>
          <Timeline ui={ui} entries={news} names={teamNames(teams, ui.locale).any} />
        </>
      )}
    </section>
  )
}
