import { longestSearch } from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'
import { Icon } from './icon.tsx'

/** Searching from anywhere; on a phone it unfolds from its sign. */
export const SearchBox = ({ ui: { t } }: { ui: Ui }) => (
  <details className="search">
    <summary>
      <Icon name="search" />
      <span className="visually-hidden">{t('search.label')}</span>
    </summary>
    <search>
      <form method="get" action="/queue" className="search-form">
        <input type="hidden" name="view" value="all" />
        <label htmlFor="search" className="visually-hidden">
          {t('search.label')}
        </label>
        <input
          type="search"
          id="search"
          name="q"
          maxLength={longestSearch}
          placeholder={t('search.hint')}
          autoComplete="off"
        />
        <button type="submit" className="search-go">
          <Icon name="search" />
          <span className="visually-hidden">{t('search.go')}</span>
        </button>
      </form>
    </search>
  </details>
)
