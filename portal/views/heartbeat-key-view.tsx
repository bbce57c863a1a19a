import { OnceNotice, OnceShown, ToCopy } from '../components/alerts/once-shown.tsx'
import { ButtonLink } from '../components/button.tsx'
import type { Sending } from '../lib/alerts/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type KeyData = { name: string; sending: Sending; isRotated: boolean }

/** The only time that the key of a heartbeat is shown. */
export function heartbeatKeyView(ui: Ui, { name, sending, isRotated }: KeyData): View {
  const { t } = ui
  const { key = '', url = '', previousExpiresAt: until } = sending
  const title = t('heartbeats.onceTitle', { name })
  return {
    title,
    body: (
      <>
        <h1 dir="auto">{title}</h1>
        <OnceNotice {...{ ui, isRotated, until }} fresh="heartbeats.onceNew" />
        <OnceShown id="url" label={t('sources.address')} value={url} />
        <OnceShown id="key" label={t('sources.key')} value={key} />
        <p>{t('heartbeats.how')}</p>
        <ToCopy>{`curl -fsS -X POST '${url}' \\\n  -H 'Authorization: Bearer ${key}'`}</ToCopy>
        <p>
          <ButtonLink href="/alerts/heartbeats" kind="plain">
            {t('heartbeats.done')}
          </ButtonLink>
        </p>
      </>
    ),
  }
}
