import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { IncidentList } from '../components/incident-list.tsx'
import { Pager } from '../components/pager.tsx'
import type { IncidentRow, Page } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

export function incidentsView(ui: Ui, { items, nextCursor }: Page<IncidentRow>): View {
  const { t } = ui
  return {
    title: t('incidents.title'),
    body: (
      <>
        <h1>{t('incidents.title')}</h1>
        {items.length > 0 ? (
          <IncidentList ui={ui} rows={items} />
        ) : (
          <Empty title={t('incidents.emptyTitle')}>
            <p>{t('incidents.empty')}</p>
          </Empty>
        )}
        <Pager label={t('list.more')} path="/incidents" query={new URLSearchParams()} cursor={nextCursor} />
        <p>
          <ButtonLink href="/report">{t('incidents.report')}</ButtonLink>
        </p>
      </>
    ),
  }
}
