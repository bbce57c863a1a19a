import { StateBadge } from '../components/badge.tsx'
import { ButtonLink } from '../components/button.tsx'
import { StageBar } from '../components/stage-bar.tsx'
import { AgoWith } from '../components/time.tsx'
import type { Stage, State } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

/** What somebody sees of an incident that is another's and affects them too. */
export type Affected = {
  id: string
  title: string
  state: State
  stage: Stage
  createdAt: string
  resolvedAt?: string
  meToo: true
}

export const isAffected = (incident: object): incident is Affected =>
  'meToo' in incident && incident.meToo === true && !('may' in incident)

/** For whom it affects, too: does somebody work on it, and do I have to do anything? */
export function affectedView(ui: Ui, incident: Affected): View {
  const { t } = ui
  const isDone = ['resolved', 'closed'].includes(incident.state)
  return {
    title: `${incident.id} ${incident.title}`,
    body: (
      <>
        <header>
          <p className="overline">
            <span className="number">{incident.id}</span>
            <StateBadge ui={ui} state={incident.state} />
            <AgoWith ui={ui} what="incident.reported" at={incident.createdAt} />
          </p>
          <h1 dir="auto">{incident.title}</h1>
        </header>
        <StageBar ui={ui} stage={incident.stage} />
        <section className="panel">
          <h2>{t('incident.joined')}</h2>
          <p>{t(isDone ? 'incident.joinedDone' : 'incident.joinedText')}</p>
        </section>
        {isDone && (
          <p>
            <ButtonLink href="/report" kind="plain">
              {t('incidents.report')}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  }
}
