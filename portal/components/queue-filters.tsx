import type { Choice, Team } from '../lib/contract.ts'
import { nameIn, namesOf } from '../lib/names.ts'
import {
  longestSearch,
  priorities,
  type QueueFilter,
  queueFilters,
  queueLink,
  queueViews,
  states,
} from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'
import { Button } from './button.tsx'
import { SelectField } from './field.tsx'

export type Catalog = { teams: Team[]; services: Choice[]; categories: Choice[] }
type FilterProps = { ui: Ui; catalog: Catalog; query: URLSearchParams }

const stateWord = ({ t }: Ui, state: (typeof states)[number]) =>
  state === 'open' ? t('queue.open') : t(`state.${state}`)

export const QueueTabs = ({ ui, query }: Omit<FilterProps, 'catalog'>) => (
  <nav className="tabs" aria-label={ui.t('queue.views')}>
    {queueViews.map((view) => (
      <a
        key={view}
        href={`/queue?view=${view}`}
        aria-current={view === query.get('view') ? 'page' : undefined}
      >
        {ui.t(`queue.view_${view}`)}
      </a>
    ))}
  </nav>
)

type Option = { value: string; label: string }
/** The filters that are lists to choose from. */
type Asked = Exclude<QueueFilter, 'q' | 'requester'>

const optionsOf = ({ ui, catalog }: Omit<FilterProps, 'query'>) => {
  const { locale } = ui
  const named = (choices: readonly Choice[]): Option[] =>
    choices.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) }))
  return {
    state: states.map((state) => ({ value: state, label: stateWord(ui, state) })),
    priority: priorities.map((priority) => ({ value: priority, label: priority })),
    team: named(catalog.teams),
    service: named(catalog.services),
    category: named(catalog.categories),
  } satisfies Record<Asked, Option[]>
}

/** A plain form: the address says everything, so that a list can be kept, sent and gone back to. */
export function QueueFilters({ ui, catalog, query }: FilterProps) {
  const { t } = ui
  const any = { value: '', label: t('queue.any') }
  const count = queueFilters.filter((name) => query.get(name)).length
  return (
    <details className="filters-fold">
      <summary>{count > 0 ? t('queue.filtersSet', { count: String(count) }) : t('queue.filters')}</summary>
      <form method="get" action="/queue" className="filters" aria-label={t('queue.filterForm')}>
        <input type="hidden" name="view" value={query.get('view') ?? 'queue'} />
        {(['sort', 'requester'] as const).map(
          (name) =>
            query.get(name) && <input key={name} type="hidden" name={name} value={query.get(name) ?? ''} />,
        )}
        <div className="field filters-words">
          <label htmlFor="filter-q">{t('queue.words')}</label>
          <input
            type="search"
            id="filter-q"
            name="q"
            maxLength={longestSearch}
            defaultValue={query.get('q') ?? ''}
            autoComplete="off"
          />
        </div>
        {Object.entries(optionsOf({ ui, catalog })).map(([name, options]) => (
          <SelectField
            key={name}
            id={`filter-${name}`}
            name={name}
            value={query.get(name) ?? ''}
            label={t(`queue.${name as Asked}`)}
            options={[any, ...options]}
          />
        ))}
        <Button kind="plain">{t('queue.filter')}</Button>
      </form>
    </details>
  )
}

/** What the list is narrowed to; each is taken away by a click. */
export function FilterChips({ ui, catalog, query, requesterName }: FilterProps & { requesterName?: string }) {
  const { t, locale } = ui
  const words: Record<QueueFilter, (value: string) => string> = {
    q: (value) => `“${value}”`,
    state: (value) => stateWord(ui, states.find((state) => state === value) ?? 'open'),
    priority: (value) => value,
    team: namesOf(catalog.teams, locale),
    service: namesOf(catalog.services, locale),
    category: namesOf(catalog.categories, locale),
    requester: (value) => requesterName ?? value,
  }
  const chips = queueFilters.flatMap((name) => {
    const value = query.get(name)
    return value ? [{ name, words: words[name](value) }] : []
  })
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('queue.chips')}>
      {chips.map(({ name, words: value }) => (
        <li key={name}>
          <a className="chip" href={queueLink(query, name, undefined)}>
            <span className="visually-hidden">{t('queue.remove')} </span>
            <span className="chip-name">{t(`queue.${name}`)}</span> <bdi>{value}</bdi>
            <span aria-hidden="true" className="chip-x">
              ×
            </span>
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a className="chip-clear" href={`/queue?view=${query.get('view') ?? 'queue'}`}>
            {t('queue.clear')}
          </a>
        </li>
      )}
    </ul>
  )
}
