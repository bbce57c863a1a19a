import { ButtonLink } from '../components/button.tsx'
import type { Feed } from '../lib/on-call/contract.ts'
import { calendarLink } from '../lib/on-call/query.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

/** The only time that the address is shown: we keep no copy that could be read. */
export function feedView(ui: Ui, { id, feed }: { id: string; feed: Feed }): View {
  const { t } = ui
  return {
    title: t('onCall.feedTitle'),
    body: (
      <>
        <h1>{t('onCall.feedTitle')}</h1>
        <p className="lead">{t(`onCall.feed_${feed.only}`)}</p>
        <div className="field">
          <label htmlFor="address">{t('onCall.feedAddress')}</label>
          <p className="hint" id="address-hint">
            {t('onCall.feedOnce')}
          </p>
          <input id="address" type="text" readOnly value={feed.url ?? ''} aria-describedby="address-hint" />
        </div>
        {feed.url && (
          <p>
            <ButtonLink href={feed.url.replace(/^https?:/, 'webcal:')}>{t('onCall.feedOpen')}</ButtonLink>
          </p>
        )}
        <p>{t('onCall.feedHow')}</p>
        <p>
          <a href={calendarLink(id, {})}>{t('onCall.backToCalendar')}</a>
        </p>
      </>
    ),
  }
}
