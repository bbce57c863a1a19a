import { OnceShown } from '../components/alerts/once-shown.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import type { Sending } from '../lib/alerts/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type KeyData = { name: string; sending: Sending; isRotated: boolean }

/** The only time that the key of a heartbeat is shown. */
export function heartbeatKeyView(ui: Ui, { name, sending, isRotated }: KeyData): View {
  const { t, clock } = ui
  const { key = '', url = '', previousExpiresAt: until } = sending
  const title = t('heartbeats.onceTitle', { name })
  return {
    title,
    body: (
      <>
        <h1 dir="auto">{title}</h1>
        <Notice kind="done">
          <p>{t(isRotated ? 'sources.onceRotated' : 'heartbeats.onceNew')}</p>
          {isRotated && (
            <p>
              {until && !clock.isPast(until)
                ? t('sources.oncePrevious', { time: clock.moment(until) })
                : t('sources.onceNoPrevious')}
            </p>
          )}
        </Notice>
        <OnceShown id="url" label={t('sources.address')} value={url} />
        <OnceShown id="key" label={t('sources.key')} value={key} />
        <p>{t('heartbeats.how')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <pre className="code code-copied" dir="ltr" tabIndex={0}>
          {`curl -fsS -X POST '${url}' \\\n  -H 'Authorization: Bearer ${key}'`}
        </pre>
        <p>
          <ButtonLink href="/alerts/heartbeats" kind="plain">
            {t('heartbeats.done')}
          </ButtonLink>
        </p>
      </>
    ),
  }
}
