import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { type Draft, ErrorSummary, TextField } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { sourceKinds } from '../lib/alerts/contract.ts'
import { isAdministrator } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { Back } from './set-up-frame.tsx'

/** A name and a kind are enough; the rest can be seen once something came. */
export function sourceNewView(ui: Ui, draft: Draft): View {
  const { t } = ui
  const mayEdit = isAdministrator(ui.person)
  return {
    title: t('sources.newTitle'),
    body: (
      <>
        <Back ui={ui} href="/alerts/sources" label={t('sources.back')} />
        <h1>{t('sources.newTitle')}</h1>
        <p className="lead">{t('sources.empty')}</p>
        {!mayEdit && <Notice kind="note">{t('setUp.readOnly')}</Notice>}
        <ErrorSummary ui={ui} draft={draft} />
        <form method="post" action="/alerts/sources/new/save" className="form">
          <TextField
            id="name"
            name="name"
            label={t('sources.name')}
            hint={t('sources.nameHint')}
            value={draft.values.name}
            error={draft.errors.name}
            maxLength={120}
            isRequired
          />
          <Choice
            name="kind"
            legend={t('sources.kind')}
            layout="list"
            error={draft.errors.kind}
            chosen={draft.values.kind ?? 'alertmanager'}
            options={sourceKinds.map((kind) => ({
              value: kind,
              label: t(`sources.kind_${kind}`),
              hint: t(`sources.about_${kind}`),
            }))}
            isRequired
          />
          {mayEdit && <Button>{t('sources.make')}</Button>}
        </form>
      </>
    ),
  }
}
