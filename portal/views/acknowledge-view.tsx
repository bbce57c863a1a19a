import { PriorityBadge, StateBadge } from '../components/badge.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Ago, When } from '../components/time.tsx'
import type { Acknowledgement } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type Asked = { acknowledgement: Acknowledgement; token: string }

/** Reads at 3 a.m. on a phone: what it is about, why me, and one button. Opening it changes nothing. */
export function acknowledgeView(ui: Ui, { acknowledgement, token }: Asked): View {
  const { t } = ui
  const { incident, open, paging, acknowledgedAt, reason, next } = acknowledgement
  const asks = open && (paging || !acknowledgedAt)
  return {
    title: t('acknowledge.title', { number: incident.id }),
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
          {open && <p className="lead">{reason?.[ui.locale] ?? t('acknowledge.about')}</p>}
        </header>
        {asks && (
          <form method="post" action={`/a/${encodeURIComponent(token)}/acknowledge`} className="form">
            <button type="submit" className="button button-primary button-acknowledge">
              {t('acknowledge.button')}
            </button>
            <p className="hint">{t('acknowledge.explain')}</p>
            <Next ui={ui} next={next} />
          </form>
        )}
        {!asks && open && acknowledgedAt && <Has ui={ui} acknowledgement={acknowledgement} />}
        {!open && (
          <Notice kind="note">{t('acknowledge.over', { state: t(`state.${incident.state}`) })}</Notice>
        )}
        <p>
          <ButtonLink kind={asks ? 'plain' : 'primary'} href={`/incidents/${incident.id}`}>
            {t('acknowledge.open', { number: incident.id })}
          </ButtonLink>
        </p>
      </>
    ),
  }
}

/** Who is woken next if nobody takes it. */
function Next({ ui, next }: { ui: Ui; next: Acknowledgement['next'] }) {
  const { t, clock } = ui
  if (!next || next.targets.length === 0) return null
  const who = clock.list(next.targets)
  return (
    <p>
      {clock.isPast(next.at)
        ? t('acknowledge.nextNow', { who })
        : t('acknowledge.next', { who, when: clock.relative(next.at) })}
    </p>
  )
}

/** Who has it, and how long it stays quiet. */
function Has({ ui, acknowledgement }: { ui: Ui; acknowledgement: Acknowledgement }) {
  const { t, clock } = ui
  const { acknowledgedAt = '', acknowledgedBy, silentUntil: until } = acknowledgement
  return (
    <Notice kind="done">
      <p>
        <strong>
          {acknowledgedBy
            ? t('acknowledge.doneBy', { who: acknowledgedBy.name })
            : t('acknowledge.doneAnyone')}
        </strong>
        , <Ago ui={ui} at={acknowledgedAt} />.
      </p>
      {until && !clock.isPast(until) ? (
        <p>
          {t('acknowledge.quiet')} <When ui={ui} at={until} /> ({clock.relative(until)}).{' '}
          {t('acknowledge.resumes')}
        </p>
      ) : (
        <p>{t('acknowledge.stopped')}</p>
      )}
    </Notice>
  )
}
