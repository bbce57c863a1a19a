import { BulkBanner } from '../components/bulk-banner.tsx'
import { BulkBar, BulkCards } from '../components/bulk-bar.tsx'
import { Empty } from '../components/empty.tsx'
import { emptyDraft } from '../components/field.tsx'
import { Pager } from '../components/pager.tsx'
import { type Catalog, FilterChips, QueueFilters, QueueTabs } from '../components/queue-filters.tsx'
import { QueueTable } from '../components/queue-table.tsx'
import { SavedViews } from '../components/saved-views.tsx'
import type { Page } from '../lib/contract.ts'
import type { BulkJob, QueueRow, SavedView } from '../lib/desk-contract.ts'
import { works } from '../lib/doors.ts'
import { teamNames } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import { isShort, queueFilters, rememberedQuery } from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'

type Queue = {
  rows: Page<QueueRow>
  catalog: Catalog
  query: URLSearchParams
  views?: SavedView[]
  job?: BulkJob
}

/** What needs me first? */
export function queueView(ui: Ui, queue: Queue): View {
  const { t } = ui
  const { rows, catalog, query, views, job } = queue
  const returnTo = `/queue?${rememberedQuery(query)}`
  const words = query.get('q')
  return {
    title: words ? t('search.title', { words }) : t('queue.title'),
    width: 'wide',
    body: (
      <>
        {job && <BulkBanner ui={ui} job={job} returnTo={returnTo} />}
        <h1>{words ? t('search.title', { words }) : t('queue.title')}</h1>
        <div className="queue-head">
          <QueueTabs ui={ui} query={query} />
          {!isShort(query) && <QueueFilters ui={ui} catalog={catalog} query={query} />}
          <FilterChips ui={ui} catalog={catalog} query={query} requesterName={rows.items[0]?.requesterName} />
          {views && !isShort(query) && <SavedViews ui={ui} views={views} query={query} />}
        </div>
        {rows.items.length > 0 ? <Rows ui={ui} queue={queue} /> : <Nothing ui={ui} query={query} />}
        <Pager label={t('queue.next')} path="/queue" query={withoutCursor(query)} cursor={rows.nextCursor} />
        {query.get('cursor') && (
          <p>
            <a href={`/queue?${withoutCursor(query)}`}>{t('queue.first')}</a>
          </p>
        )}
      </>
    ),
  }
}

function withoutCursor(query: URLSearchParams) {
  const first = new URLSearchParams(query)
  first.delete('cursor')
  return first
}

function Rows({ ui, queue: { rows, catalog, query } }: { ui: Ui; queue: Queue }) {
  const isPickable = works(ui.person)
  const table = (
    <QueueTable
      ui={ui}
      rows={rows.items}
      names={teamNames(catalog.teams, ui.locale)}
      query={query}
      isPickable={isPickable}
    />
  )
  if (!isPickable) return table
  const returnTo = `/queue?${rememberedQuery(query)}`
  return (
    <>
      <form method="post" action="/queue/bulk" className="queue-form">
        {/* Enter in a field must not press the first button of the bar. */}
        <button type="submit" disabled hidden />
        {table}
        <BulkBar ui={ui} returnTo={returnTo} />
        <BulkCards ui={ui} teams={catalog.teams} draft={emptyDraft} />
      </form>
      <form method="post" action="/queue/acknowledge" id="acknowledge-row" hidden>
        <input type="hidden" name="number" />
        <input type="hidden" name="returnTo" value={returnTo} />
      </form>
    </>
  )
}

function Nothing({ ui: { t }, query }: { ui: Ui; query: URLSearchParams }) {
  const isFiltered = queueFilters.some((name) => query.get(name))
  const view = query.get('view')
  return (
    <Empty title={t(isFiltered ? 'queue.noMatchTitle' : 'queue.emptyTitle')}>
      <p>
        {t(
          query.get('q')
            ? 'search.empty'
            : isFiltered
              ? 'queue.emptyFiltered'
              : view === 'following'
                ? 'queue.emptyFollowing'
                : 'queue.empty',
        )}
      </p>
    </Empty>
  )
}
