import { type Filter, filters, isFiltered, statuses } from '../../lib/alerts/list-query.ts'
import type { Ui } from '../../lib/visit.ts'
import { Button } from '../button.tsx'
import { SelectField } from '../field.tsx'

type Option = { value: string; label: string }
type FiltersProps = { ui: Ui; query: URLSearchParams; options: Record<Filter, Option[]> }

/** Firing or ended, and a plain form to narrow the list: the address says everything. */
export function AlertFilters({ ui, query, options }: FiltersProps) {
  const { t } = ui
  const count = filters.filter((name) => query.has(name)).length
  const status = query.get('status') ?? 'firing'
  return (
    <details className="filters-fold" open={count > 0 || undefined}>
      <summary>{count > 0 ? t('alerts.filtersSet', { count: String(count) }) : t('alerts.filters')}</summary>
      <form method="get" action="/alerts" className="filters" aria-label={t('alerts.filterForm')}>
        <SelectField
          id="status"
          name="status"
          label={t('alerts.status')}
          value={status}
          options={statuses.map((one) => ({ value: one, label: t(`alerts.${one}`) }))}
        />
        {filters.map((name) => (
          <SelectField
            key={name}
            id={`filter-${name}`}
            name={name}
            label={t(`alerts.${name}`)}
            value={query.get(name) ?? ''}
            options={[{ value: '', label: t('alerts.any') }, ...options[name]]}
          />
        ))}
        <Button kind="plain">{t('alerts.filter')}</Button>
        {isFiltered(query) && (
          <a
            href={status === 'firing' ? '/alerts' : `/alerts?status=${status}`}
            className="button button-quiet"
          >
            {t('alerts.noFilter')}
          </a>
        )}
      </form>
    </details>
  )
}
