import { AlertRows } from '../components/alerts/alert-rows.tsx'
import { Matchers } from '../components/alerts/matchers.tsx'
import { SilenceForm } from '../components/alerts/silence-form.tsx'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { ErrorSummary, emptyDraft } from '../components/field.tsx'
import { works } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { Back } from './set-up-frame.tsx'
import type { SilenceData } from './silences-data.ts'
import { SilenceTime, type SilenceTyped } from './silences-view.tsx'

/** What does it hold, and shall it go on? */
export function silenceView(ui: Ui, data: SilenceData, typed?: SilenceTyped): View {
  const { t } = ui
  const { silence, etag, held, names } = data
  const { id, reason, matchers, owner, state } = silence
  const here = `/alerts/silences/${encodeURIComponent(id)}`
  const draft = typed?.draft ?? emptyDraft
  const mayEdit = works(ui.person) && state !== 'ended'
  return {
    title: reason,
    body: (
      <>
        <header>
          <Back ui={ui} href="/alerts/silences" label={t('silences.back')} />
          <p className="overline">
            {t('silences.of')} <span>{t('silences.by', { who: owner.name })}</span>
            <SilenceTime ui={ui} silence={silence} />
          </p>
          <h1 dir="auto">{reason}</h1>
        </header>
        <Matchers ui={ui} matchers={matchers} />
        <ErrorSummary ui={ui} draft={draft} />
        {mayEdit && (
          <form method="post" action={`${here}/end`} className="form">
            <p className="hint">{t('silences.endHint')}</p>
            <Button kind="plain">{t('silences.end')}</Button>
          </form>
        )}
        {state !== 'ended' && (
          <section className="stack">
            <h2>{t('silences.heldTitle')}</h2>
            {held.items.length === 0 ? (
              <p className="soft">{t('silences.heldNothing')}</p>
            ) : (
              <AlertRows ui={ui} rows={held.items} names={names} />
            )}
          </section>
        )}
        {mayEdit && (
          <Disclosure summary={t('silences.changeTitle')} isOpen={typed !== undefined}>
            <SilenceForm
              ui={ui}
              action={`${here}/save`}
              etag={etag}
              matchers={typed?.matchers ?? matchers}
              extra={typed?.extra}
              draft={{ ...draft, values: { reason, ...draft.values } }}
              chosen={typed?.chosen ?? 'keep'}
              held={typed?.would && { would: typed.would, names }}
            />
          </Disclosure>
        )}
      </>
    ),
  }
}
