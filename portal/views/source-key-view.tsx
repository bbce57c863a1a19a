import { OnceNotice, OnceShown, ToCopy } from '../components/alerts/once-shown.tsx'
import { ButtonLink } from '../components/button.tsx'
import type { Sending, Source } from '../lib/alerts/contract.ts'
import { exampleFor } from '../lib/alerts/examples.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type KeyData = {
  source: Pick<Source, 'id' | 'name' | 'kind'>
  sending: Sending
  /** Whether there was one before. */
  isRotated: boolean
}

/** The only time that a key is shown: we keep no copy that could be read. */
export function sourceKeyView(ui: Ui, { source, sending, isRotated }: KeyData): View {
  const { t } = ui
  const { kind, name } = source
  const title = t('sources.onceTitle', { name })
  const example = exampleFor(kind, sending)
  return {
    title,
    body: (
      <>
        <h1 dir="auto">{title}</h1>
        <OnceNotice {...{ ui, isRotated }} until={sending.previousExpiresAt} fresh="sources.onceNew" />
        <p>{t(`sources.how_${kind}`)}</p>
        {kind !== 'eventbridge' && (
          <>
            {sending.address && (
              <OnceShown
                id="address"
                label={t('sources.mailAddress')}
                hint={t('sources.keyHint')}
                value={sending.address}
              />
            )}
            {sending.url && <OnceShown id="url" label={t('sources.address')} value={sending.url} />}
            {sending.key && (
              <OnceShown id="key" label={t('sources.key')} hint={t('sources.keyHint')} value={sending.key} />
            )}
            {example && <ToCopy>{example}</ToCopy>}
          </>
        )}
        <p>
          <ButtonLink href={`/alerts/sources/${encodeURIComponent(source.id)}`} kind="plain">
            {t('sources.done')}
          </ButtonLink>
        </p>
      </>
    ),
  }
}
