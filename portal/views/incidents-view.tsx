import { StateBadge } from '../components/badge.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { IncidentList } from '../components/incident-list.tsx'
import { Pager } from '../components/pager.tsx'
import type { IncidentRow, Page } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import { longestSearch } from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'

/** What was looked for, and what is another's and still of interest: that has no more than these for sure. */
type Beside = { words?: string; following: Pick<IncidentRow, 'id' | 'title' | 'state'>[] }

export function incidentsView(
  ui: Ui,
  { items, nextCursor }: Page<IncidentRow>,
  { words, following }: Beside,
): View {
  const { t } = ui
  const query = new URLSearchParams(words ? { q: words } : {})
  return {
    title: t('incidents.title'),
    body: (
      <>
        <h1>{t('incidents.title')}</h1>
        {(items.length > 3 || words) && <Find ui={ui} words={words} />}
        {items.length > 0 ? (
          <IncidentList ui={ui} rows={items} words={words} />
        ) : words ? (
          <p>
            {t('search.mineEmpty')} <a href="/incidents">{t('search.mineAll')}</a>
          </p>
        ) : (
          <Empty title={t('incidents.emptyTitle')}>
            <p>{t('incidents.empty')}</p>
          </Empty>
        )}
        <Pager label={t('list.more')} path="/incidents" query={query} cursor={nextCursor} />
        <Following ui={ui} rows={following} />
        <p>
          <ButtonLink href="/report">{t('incidents.report')}</ButtonLink>
        </p>
      </>
    ),
  }
}

const Find = ({ ui: { t }, words }: { ui: Ui; words: string | undefined }) => (
  <search>
    <form method="get" action="/incidents" className="find">
      <div className="field">
        <label htmlFor="find">{t('search.mine')}</label>
        <input
          type="search"
          id="find"
          name="q"
          maxLength={longestSearch}
          defaultValue={words}
          autoComplete="off"
        />
      </div>
      <Button kind="plain">{t('search.go')}</Button>
    </form>
  </search>
)

/** Known problems that one joined, and what one was asked to watch. */
function Following({ ui, rows }: { ui: Ui; rows: Beside['following'] }) {
  if (rows.length === 0) return null
  return (
    <section className="stack">
      <h2>{ui.t('incidents.following')}</h2>
      <ul className="incident-list">
        {rows.map(({ id, title, state }) => (
          <li key={id}>
            <a className="incident-link" href={`/incidents/${id}`}>
              <bdi>{title}</bdi>
            </a>
            <p className="incident-facts">
              <span className="number">{id}</span>
              <StateBadge ui={ui} state={state} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
