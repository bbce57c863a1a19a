import { AlertRows } from '../components/alerts/alert-rows.tsx'
import { AlertFilters } from '../components/alerts/filters.tsx'
import { AlertSections } from '../components/alerts/sections.tsx'
import { StormBanner } from '../components/alerts/storm-banner.tsx'
import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager } from '../components/pager.tsx'
import { severities } from '../lib/alerts/contract.ts'
import { isFiltered, withoutCursor } from '../lib/alerts/list-query.ts'
import { alertNames } from '../lib/alerts/names.ts'
import type { Choice } from '../lib/contract.ts'
import { isAdministrator } from '../lib/doors.ts'
import { nameIn } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import type { AlertsData } from './alerts-data.ts'

/** What fires now, and what does anyone do about it? */
export function alertsView(ui: Ui, data: AlertsData): View {
  const { t, locale } = ui
  const { query, page, sources, services, teams, storms } = data
  const named = (choices: readonly Choice[]) =>
    choices.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) }))
  return {
    title: t('alerts.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('alerts.title')}</h1>
        <AlertSections ui={ui} here="live" />
        {storms.length > 0 && (
          <section className="banners">
            {storms.map((storming) => (
              <StormBanner key={storming.id} ui={ui} storming={storming} />
            ))}
          </section>
        )}
        <div className="alert-head">
          <Counted ui={ui} data={data} />
          <AlertFilters
            ui={ui}
            query={query}
            options={{
              team: named(teams),
              source: sources.map(({ id, name }) => ({ value: id, label: name })),
              service: named(services),
              severity: severities.map((one) => ({ value: one, label: t(`alerts.severity_${one}`) })),
            }}
          />
        </div>
        {page.items.length > 0 ? (
          <AlertRows ui={ui} rows={page.items} names={alertNames(ui, data)} />
        ) : (
          !page.nextCursor && <Nothing ui={ui} data={data} />
        )}
        <Pager
          label={t('alerts.more')}
          path="/alerts"
          query={withoutCursor(query)}
          cursor={page.nextCursor}
        />
      </>
    ),
  }
}

/** How many, and how many of them nobody hears of. */
function Counted({ ui: { t }, data: { query, page } }: { ui: Ui; data: AlertsData }) {
  const count = page.items.length
  if (query.get('status') === 'resolved') return <p className="soft">{t('alerts.endedLately')}</p>
  if (count === 0 || query.has('cursor')) return null
  const held = page.items.filter(({ heldBy }) => heldBy).length
  return (
    <p className="alert-count">
      <strong>{t(page.nextCursor ? 'alerts.countedMore' : 'alerts.counted', { count })}</strong>
      {held > 0 && !page.nextCursor && (
        <span className="soft">
          {', '}
          {held === count ? t('alerts.heldAll') : t('alerts.heldOf', { count: held })}
        </span>
      )}
      .
    </p>
  )
}

function Nothing({ ui: { t, person }, data: { query, sources } }: { ui: Ui; data: AlertsData }) {
  if (isFiltered(query) || query.has('cursor')) return <p>{t('alerts.emptyFiltered')}</p>
  if (query.get('status') === 'resolved') return <p>{t('alerts.emptyEnded')}</p>
  const isSetUp = sources.some(({ retired }) => !retired)
  return (
    <Empty title={t('alerts.emptyTitle')}>
      <p>{t(isSetUp ? 'alerts.empty' : 'alerts.emptyNoSource')}</p>
      {!isSetUp && isAdministrator(person) && (
        <ButtonLink href="/alerts/sources/new">{t('alerts.addSource')}</ButtonLink>
      )}
    </Empty>
  )
}
