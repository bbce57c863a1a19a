import type { SavedView } from '../lib/desk-contract.ts'
import { rememberedQuery } from '../lib/queue-query.ts'
import type { Ui } from '../lib/visit.ts'

type SavedProps = { ui: Ui; views: SavedView[]; query: URLSearchParams }

const mostSavedViews = 20

/** One's own lists, and a place to keep the one on the page. */
export function SavedViews({ ui, views, query }: SavedProps) {
  const { t } = ui
  const here = rememberedQuery(query)
  const current = views.find((view) => view.query === here)
  const isPlain = [...query.keys()].every((name) => name === 'view' || name === 'cursor')
  if (isPlain && views.length === 0) return null
  return (
    <div className="saved">
      {views.length > 0 && (
        <nav aria-label={t('saved.list')}>
          <ul className="chips">
            {views.map(({ id, name, query: remembered }) => (
              <li key={id}>
                <a
                  className="chip chip-saved"
                  href={`/queue?${remembered}`}
                  aria-current={remembered === here ? 'page' : undefined}
                >
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {current ? (
        <form method="post" action="/queue/views">
          <input type="hidden" name="remove" value={current.id} />
          <input type="hidden" name="query" value={here} />
          <button type="submit" className="button button-quiet">
            {t('saved.remove')}
          </button>
        </form>
      ) : (
        !isPlain &&
        views.length < mostSavedViews && (
          <details className="saved-new">
            <summary>{t('saved.keep')}</summary>
            <form method="post" action="/queue/views" className="saved-form">
              <input type="hidden" name="query" value={here} />
              <div className="field">
                <label htmlFor="view-name">{t('saved.name')}</label>
                <input id="view-name" name="name" type="text" maxLength={60} required autoComplete="off" />
              </div>
              <button type="submit" className="button button-plain">
                {t('saved.save')}
              </button>
            </form>
          </details>
        )
      )}
    </div>
  )
}
