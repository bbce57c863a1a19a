import { CompletenessMeter } from '../components/completeness.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Fact } from '../components/fact.tsx'
import { Ago, When } from '../components/time.tsx'
import type { Incident } from '../lib/contract.ts'
import { nameIn, namesOf } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import { Answered } from './answered.tsx'
import { categoryPath } from './desk-triage.tsx'
import type { IncidentData } from './incident-data.ts'

type Facts = { ui: Ui; data: IncidentData }

export function DeskFacts({ ui, data }: Facts) {
  const { t, locale } = ui
  const { incident, services, categories } = data
  return (
    <section className="panel">
      <h2>{t('desk.known')}</h2>
      <dl className="facts">
        <Fact name={t('desk.requester')}>{incident.requester.name}</Fact>
        {incident.reportedBy && <Fact name={t('side.reportedBy')}>{incident.reportedBy.name}</Fact>}
        <Fact name={t('desk.reported')}>
          <When ui={ui} at={incident.createdAt} />
        </Fact>
        <Fact name={t('incident.service')}>
          {incident.serviceId ? namesOf(services, locale)(incident.serviceId) : t('desk.none')}
        </Fact>
        <Fact name={t('desk.category')}>
          {incident.categoryId ? categoryPath(categories, incident.categoryId, ui) : t('desk.none')}
        </Fact>
        <Fact name={t('side.weight')}>
          {t('side.weightIs', {
            impact: t(`degree.${incident.impact}`),
            urgency: t(`degree.${incident.urgency}`),
          })}
        </Fact>
        {incident.priorityOverride && (
          <Fact name={t('queue.priority')}>
            {t('side.overriddenBy', {
              who: incident.priorityOverride.by.name,
              when: ui.clock.relative(incident.priorityOverride.at),
            })}
          </Fact>
        )}
        {incident.holdReason && (
          <Fact name={t('state.on_hold')}>
            {t(`holdReason.${incident.holdReason}`)}
            {incident.holdUntil && ` · ${t('side.until', { date: ui.clock.moment(incident.holdUntil) })}`}
          </Fact>
        )}
        {incident.resolution && (
          <Fact name={t('state.resolved')}>{t(`resolutionCode.${incident.resolution.code}`)}</Fact>
        )}
        {incident.timers?.close && (
          <Fact name={t('side.closes')}>
            <When ui={ui} at={incident.timers.close} />
          </Fact>
        )}
        <Answered ui={ui} data={data} />
      </dl>
      <Completeness ui={ui} data={data} />
    </section>
  )
}

function Completeness({ ui, data: { incident } }: Facts) {
  const { t, locale } = ui
  const { completeness } = incident
  if (!completeness) return null
  return (
    <div className="completeness">
      <h3>
        {t('complete.heading')} <CompletenessMeter ui={ui} percent={completeness.percent} />
      </h3>
      {completeness.missing.length > 0 ? (
        <>
          <p className="soft">{t('complete.missing')}</p>
          <ul className="missing">
            {completeness.missing.map(({ id, label }) => (
              <li key={id}>{nameIn(label, locale)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="soft">{t('complete.all')}</p>
      )}
    </div>
  )
}

const collected = ['userAgent', 'screen', 'locale', 'zone', 'page'] as const

/** What is rarely needed, folded away. */
export function DeskMore({ ui, data }: Facts) {
  const { t } = ui
  const { incident, entries } = data
  const context = entries.find(({ type }) => type === 'incident.reported')?.after?.context as
    | Record<string, unknown>
    | undefined
  return (
    <>
      <RatingPanel ui={ui} incident={incident} />
      {context && (
        <Disclosure summary={t('side.context')}>
          <dl className="facts context">
            {collected
              .filter((name) => context[name])
              .map((name) => (
                <Fact key={name} name={t(`side.context_${name}`)}>
                  {String(context[name])}
                </Fact>
              ))}
          </dl>
        </Disclosure>
      )}
    </>
  )
}

function RatingPanel({
  ui,
  incident: { rating, state },
}: {
  ui: Ui
  incident: Pick<Incident, 'rating' | 'state'>
}) {
  if (!rating && state !== 'resolved' && state !== 'closed') return null
  return (
    <section className="panel">
      <h2>{ui.t('desk.rating')}</h2>
      {rating ? (
        <>
          <p className="rating">{ui.t('incident.ratingOf', { rating: String(rating.rating) })}</p>
          {rating.comment && (
            <p className="quote prose" dir="auto">
              {rating.comment}
            </p>
          )}
          <p className="soft">
            <Ago ui={ui} at={rating.at} />
          </p>
        </>
      ) : (
        <p className="soft">{ui.t('desk.noRating')}</p>
      )}
    </section>
  )
}
