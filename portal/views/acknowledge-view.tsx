import { PriorityBadge, StateBadge } from '../components/badge.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Ago } from '../components/time.tsx'
import type { Acknowledgement } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type Asked = { acknowledgement: Acknowledgement; token: string }

/** Reads at 3 a.m. on a phone: what it is about, and one button. Opening it changes nothing. */
export function acknowledgeView(ui: Ui, { acknowledgement, token }: Asked): View {
  const { t } = ui
  const { incident, open, paging, acknowledgedAt, acknowledgedBy } = acknowledgement
  const title = t('acknowledge.title', { number: incident.id })
  const asks = open && (paging || !acknowledgedAt)
  return {
    title,
    body: (
      <>
        <header>
          <p className="overline">
            <span className="number">{incident.id}</span>
            <PriorityBadge ui={ui} priority={incident.priority} />
            <StateBadge ui={ui} state={incident.state} />
            <span>
              {t('acknowledge.since')} <Ago ui={ui} at={incident.createdAt} />
            </span>
          </p>
          <h1 dir="auto">{incident.title}</h1>
        </header>
        {asks && (
          <form method="post" action={`/a/${encodeURIComponent(token)}/acknowledge`} className="form">
            <p>{t('acknowledge.about')}.</p>
            <button type="submit" className="button button-primary button-large">
              {t('acknowledge.button')}
            </button>
            <p className="hint">{t('acknowledge.explain')}</p>
          </form>
        )}
        {!asks && open && acknowledgedAt && (
          <Notice kind="done">
            <strong>
              {acknowledgedBy
                ? t('acknowledge.doneBy', { who: acknowledgedBy.name })
                : t('acknowledge.doneAnyone')}
            </strong>
            , <Ago ui={ui} at={acknowledgedAt} />. {t('acknowledge.stopped')}
          </Notice>
        )}
        {!open && (
          <Notice kind="note">{t('acknowledge.over', { state: t(`state.${incident.state}`) })}</Notice>
        )}
        <p>
          <ButtonLink kind="plain" href={`/incidents/${incident.id}`}>
            {t('acknowledge.open', { number: incident.id })}
          </ButtonLink>
        </p>
      </>
    ),
  }
}
