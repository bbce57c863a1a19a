import { AlertSections } from '../components/alerts/sections.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { isAdministrator } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import type { SourceTraffic } from './alerts-data.ts'

/** What sends alerts, and is it well? */
export function sourcesView(ui: Ui, all: readonly SourceTraffic[]): View {
  const { t } = ui
  const mayEdit = isAdministrator(ui.person)
  const ordered = all.toSorted(
    (a, b) => Number(a.source.retired ?? false) - Number(b.source.retired ?? false),
  )
  return {
    title: t('sources.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('sources.title')}</h1>
        <AlertSections ui={ui} here="sources" />
        {all.length === 0 ? (
          <Empty title={t('sources.emptyTitle')}>
            <p>{t('sources.empty')}</p>
          </Empty>
        ) : (
          <ul className="control-list">
            {ordered.map((one) => (
              <SourceLine key={one.source.id} ui={ui} {...one} />
            ))}
          </ul>
        )}
        {mayEdit && (
          <p>
            <ButtonLink href="/alerts/sources/new">{t('sources.add')}</ButtonLink>
          </p>
        )}
      </>
    ),
  }
}

function SourceLine({ ui, source, traffic }: SourceTraffic & { ui: Ui }) {
  const { t, clock } = ui
  const refused = Object.values(traffic?.refused ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <li>
      <div>
        <a href={`/alerts/sources/${encodeURIComponent(source.id)}`} dir="auto">
          {source.name}
        </a>
        <p className="control-about">{t(`sources.kind_${source.kind}`)}</p>
      </div>
      <p className="control-state">
        {source.retired && <span className="tag">{t('sources.retired')}</span>}
        {traffic?.storm && !traffic.storm.endedAt && (
          <span className="tag tag-high">
            <Icon name="alert" />
            {t('sources.storms')}
          </span>
        )}
        {refused > 0 && (
          <span className="tag">
            <Icon name="cross" />
            {t('sources.refusedCount', { count: refused })}
          </span>
        )}
        {traffic && traffic.accepted > 0 && <span>{t('sources.accepted', { count: traffic.accepted })}</span>}
        {traffic && (
          <span>
            {traffic.lastAt
              ? t('sources.lastHeard', { time: clock.relative(traffic.lastAt) })
              : t('sources.neverHeard')}
          </span>
        )}
      </p>
    </li>
  )
}
