import { type BulkAction, BulkConfirm, BulkFields } from '../components/bulk-bar.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import type { Team } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type Bulk = { ids: string[]; action: BulkAction; teams: Team[]; draft: Draft; returnTo: string }

/** What is still missing before many are changed at once. */
export function bulkView(ui: Ui, { ids, action, teams, draft, returnTo }: Bulk): View {
  const { t } = ui
  const title = t('bulk.title', { count: ids.length })
  const errors = Object.fromEntries(
    Object.entries(draft.errors).map(([field, message]) => [field.replace(/^bulk-/, ''), message]),
  )
  return {
    title,
    body: (
      <>
        <ErrorSummary ui={ui} draft={draft} />
        <h1>{title}</h1>
        <p className="number">{ids.join(' ')}</p>
        <form method="post" action="/queue/bulk" className="form">
          <input type="hidden" name="returnTo" value={returnTo} />
          <input type="hidden" name="key" value={crypto.randomUUID()} />
          {ids.map((id) => (
            <input key={id} type="hidden" name={`pick:${id}`} value="yes" />
          ))}
          <BulkFields ui={ui} teams={teams} draft={{ ...draft, errors }} action={action} />
          <p className="hint">{t('bulk.undoable')}</p>
          <BulkConfirm ui={ui} action={action} />
        </form>
        <p>
          <a href={returnTo}>{t('bulk.back')}</a>
        </p>
      </>
    ),
  }
}
