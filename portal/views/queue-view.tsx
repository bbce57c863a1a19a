import { Button, ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { SelectField } from '../components/field.tsx'
import { Pager } from '../components/pager.tsx'
import { QueueTable } from '../components/queue-table.tsx'
import type { IncidentRow, Page, Team } from '../lib/contract.ts'
import { nameIn, teamNames } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import { openStates, priorities, queueFilters, queueViews } from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'

type Queue = { rows: Page<IncidentRow>; teams: Team[]; query: URLSearchParams }

/** What needs me first? */
export function queueView(ui: Ui, { rows, teams, query }: Queue): View {
  const { t } = ui
  const isFiltered = queueFilters.some((name) => query.get(name))
  const withoutCursor = new URLSearchParams(query)
  withoutCursor.delete('cursor')
  return {
    title: t('queue.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('queue.title')}</h1>
        <Tabs ui={ui} current={query.get('view') ?? 'queue'} />
        <Filters ui={ui} teams={teams} query={query} />
        {rows.items.length > 0 ? (
          <QueueTable ui={ui} rows={rows.items} names={teamNames(teams, ui.locale)} />
        ) : (
          <Empty title={t('queue.emptyTitle')}>
            <p>{t(isFiltered ? 'queue.emptyFiltered' : 'queue.empty')}</p>
          </Empty>
        )}
        <Pager label={t('queue.next')} path="/queue" query={withoutCursor} cursor={rows.nextCursor} />
        {query.get('cursor') && (
          <p>
            <a href={`/queue?${withoutCursor}`}>{t('queue.first')}</a>
          </p>
        )}
      </>
    ),
  }
}

const Tabs = ({ ui, current }: { ui: Ui; current: string }) => (
  <nav className="tabs" aria-label={ui.t('queue.views')}>
    {queueViews.map((view) => (
      <a key={view} href={`/queue?view=${view}`} aria-current={view === current ? 'page' : undefined}>
        {ui.t(`queue.view_${view}`)}
      </a>
    ))}
  </nav>
)

function Filters({ ui, teams, query }: { ui: Ui; teams: Team[]; query: URLSearchParams }) {
  const { t, locale } = ui
  const any = { value: '', label: t('queue.any') }
  const value = (name: (typeof queueFilters)[number]) => ({ id: name, name, value: query.get(name) ?? '' })
  return (
    <form method="get" action="/queue" className="filters" aria-label={t('queue.filters')}>
      <input type="hidden" name="view" value={query.get('view') ?? 'queue'} />
      <SelectField
        label={t('queue.state')}
        options={[any, ...openStates.map((state) => ({ value: state, label: t(`state.${state}`) }))]}
        {...value('state')}
      />
      <SelectField
        label={t('queue.priority')}
        options={[any, ...priorities.map((priority) => ({ value: priority, label: priority }))]}
        {...value('priority')}
      />
      <SelectField
        label={t('queue.team')}
        options={[any, ...teams.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) }))]}
        {...value('team')}
      />
      <Button kind="plain">{t('queue.filter')}</Button>
      {queueFilters.some((name) => query.get(name)) && (
        <ButtonLink kind="quiet" href={`/queue?view=${query.get('view') ?? 'queue'}`}>
          {t('queue.clear')}
        </ButtonLink>
      )}
    </form>
  )
}
