import { MappingEditor } from '../components/alerts/mapping-editor.tsx'
import { SourceKeys } from '../components/alerts/source-keys.tsx'
import { SourceTrafficPanel } from '../components/alerts/source-traffic.tsx'
import { BlueprintFields } from '../components/blueprint-form.tsx'
import { Button } from '../components/button.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import type { Tried } from '../lib/alerts/calls.ts'
import { treatmentInputs } from '../lib/alerts/treatment-inputs.ts'
import { isAdministrator } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Input, Thing } from '../lib/set-up/blueprint.ts'
import type { Ui } from '../lib/visit.ts'
import { Back } from './set-up-frame.tsx'
import type { SourceData } from './source-data.ts'

export type Editing = {
  draft: Draft
  /** What was typed into the set-up of the source. */
  typed?: Thing
  /** What was typed into its mapping, and the list of it that was asked for one row more. */
  mapping?: Thing
  extra?: string
  payload?: string
  tried?: Tried
}

/** What is asked of a source itself: its name, and what is done with its alerts. */
export const sourceInputs = (ui: Ui, context: SourceData['context']): Input[] => [
  { kind: 'text', path: 'name', label: ui.t('sources.name'), isRequired: true },
  ...treatmentInputs(ui, context),
  { kind: 'check', path: 'retired', label: ui.t('sources.retire'), hint: ui.t('sources.retireHint') },
]

/** Does it reach us, what does it say, and what becomes of that? */
export function sourceView(ui: Ui, data: SourceData, editing: Editing): View {
  const { t } = ui
  const { source, thing, etag, traffic, context } = data
  const mayEdit = isAdministrator(ui.person)
  const here = `/alerts/sources/${encodeURIComponent(source.id)}`
  return {
    title: source.name,
    width: 'wide',
    body: (
      <>
        <header>
          <Back ui={ui} href="/alerts/sources" label={t('sources.back')} />
          <h1 dir="auto">{source.name}</h1>
          <p className="lead">
            {t(`sources.kind_${source.kind}`)}{' '}
            {source.retired && <span className="tag">{t('sources.retired')}</span>}
          </p>
        </header>
        {!mayEdit && <Notice kind="note">{t('setUp.readOnly')}</Notice>}
        <ErrorSummary ui={ui} draft={editing.draft} />
        <div className="source-page">
          <div>
            <SourceTrafficPanel ui={ui} traffic={traffic} />
            {mayEdit && source.kind !== 'eventbridge' && (
              <SourceKeys ui={ui} keys={traffic.keys ?? []} here={here} />
            )}
          </div>
          <div>
            {source.kind === 'generic' && (
              <MappingEditor ui={ui} data={data} editing={editing} here={here} mayEdit={mayEdit} />
            )}
            <section className="panel" aria-labelledby="treatment">
              <h2 id="treatment">{t('sources.setUpTitle')}</h2>
              <p className="hint">{t('sources.setUpHint')}</p>
              <form method="post" action={`${here}/save`} className="form blueprint" noValidate>
                <input type="hidden" name="etag" value={etag} />
                <BlueprintFields
                  ui={ui}
                  inputs={sourceInputs(ui, context)}
                  thing={editing.typed ?? thing}
                  errors={editing.draft.errors}
                />
                {mayEdit && <Button>{t('sources.save')}</Button>}
              </form>
            </section>
          </div>
        </div>
      </>
    ),
  }
}
