import { SourceKeys } from '../components/alerts/source-keys.tsx'
import { BlueprintFields } from '../components/blueprint-form.tsx'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import type { Heartbeat } from '../lib/alerts/contract.ts'
import { heartbeatInputs } from '../lib/alerts/heartbeat-inputs.ts'
import { isAdministrator } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import type { Context } from '../lib/set-up/context.ts'
import type { Ui } from '../lib/visit.ts'
import { Back } from './set-up-frame.tsx'

export type HeartbeatData = {
  /** Of one that is not there yet, what it begins with. */
  thing: Thing
  stored?: { heartbeat: Heartbeat; etag: string }
  context: Pick<Context, 'services' | 'teams'>
  draft: Draft
}

/** How often it should say that it lives, and what happens when it does not. */
export function heartbeatView(ui: Ui, { thing, stored, context, draft }: HeartbeatData): View {
  const { t } = ui
  const title = stored?.heartbeat.name ?? t('heartbeats.newTitle')
  const here = `/alerts/heartbeats/${stored ? encodeURIComponent(stored.heartbeat.id) : 'new'}`
  const mayEdit = isAdministrator(ui.person)
  return {
    title,
    body: (
      <>
        <Back ui={ui} href="/alerts/heartbeats" label={t('heartbeats.back')} />
        <h1 dir="auto">{title}</h1>
        {!stored && <p className="lead">{t('heartbeats.empty')}</p>}
        {!mayEdit && <Notice kind="note">{t('setUp.readOnly')}</Notice>}
        <ErrorSummary ui={ui} draft={draft} />
        <form method="post" action={`${here}/save`} className="form blueprint" noValidate>
          <input type="hidden" name="etag" value={stored?.etag} />
          <BlueprintFields
            ui={ui}
            inputs={heartbeatInputs(ui, context)}
            thing={thing}
            errors={draft.errors}
          />
          {mayEdit && <Button>{t(stored ? 'heartbeats.save' : 'heartbeats.make')}</Button>}
        </form>
        {mayEdit && stored && (
          <>
            <SourceKeys ui={ui} keys={stored.heartbeat.keys ?? []} here={here} />
            <Disclosure summary={t('heartbeats.remove')}>
              <form method="post" action={`${here}/remove`} className="form">
                <p>{t('heartbeats.removeHint')}</p>
                <input type="hidden" name="etag" value={stored.etag} />
                <Button kind="danger">{t('heartbeats.remove')}</Button>
              </form>
            </Disclosure>
          </>
        )}
      </>
    ),
  }
}
