import { MaintenanceForm } from '../components/alerts/maintenance-form.tsx'
import { Matchers } from '../components/alerts/matchers.tsx'
import { AlertSections } from '../components/alerts/sections.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Empty } from '../components/empty.tsx'
import { type Draft, ErrorSummary, emptyDraft } from '../components/field.tsx'
import type { Maintenance } from '../lib/alerts/contract.ts'
import type { Kind } from '../lib/alerts/maintenance-form.ts'
import { works } from '../lib/doors.ts'
import { zoneWords } from '../lib/on-call/words.ts'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { namesFor } from '../lib/set-up/context.ts'
import { shortWeekdays } from '../lib/set-up/weekdays.ts'
import { spanWords } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'
import type { MaintenancesData } from './maintenances-data.ts'

export type MaintenanceTyped = { draft: Draft; thing: Thing; kind: Kind; extra?: string }

const states = ['running', 'scheduled', 'ended'] as const
const mostEnded = 25

/** What is worked on, until when, and what comes next? */
export function maintenancesView(ui: Ui, data: MaintenancesData, typed?: MaintenanceTyped): View {
  const { t } = ui
  const { all } = data
  const isNoneAhead = all.every(({ state }) => state === 'ended')
  return {
    title: t('maintenances.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('maintenances.title')}</h1>
        <AlertSections ui={ui} here="maintenances" />
        <ErrorSummary ui={ui} draft={typed?.draft ?? emptyDraft} />
        {isNoneAhead && !typed && (
          <Empty title={t('maintenances.emptyTitle')}>
            <p>{t('maintenances.empty')}</p>
          </Empty>
        )}
        <p className="hint">{t('maintenances.atEnd')}</p>
        {works(ui.person) && (
          <section id="new">
            <Disclosure summary={t('maintenances.new')} isOpen={typed !== undefined}>
              <MaintenanceForm ui={ui} services={data.services} typed={typed} />
            </Disclosure>
          </section>
        )}
        {states.map((state) => {
          const some = all.filter((one) => one.state === state).slice(0, mostEnded)
          return (
            some.length > 0 && (
              <section key={state} className="stack">
                <h2>{t(`maintenances.${state}`)}</h2>
                <ul className="control-list">
                  {some.map((one) => (
                    <Line key={one.id} ui={ui} one={one} services={data.services} />
                  ))}
                </ul>
              </section>
            )
          )
        })}
      </>
    ),
  }
}

function Line({ ui, one, services }: { ui: Ui; one: Maintenance; services: Thing[] }) {
  const { t, locale } = ui
  const { id, title, serviceIds, matchers, owner, state } = one
  return (
    <li id={id}>
      <div className="control-what">
        <a href={`/alerts/maintenances/${encodeURIComponent(id)}`} className="control-name" dir="auto">
          {title}
        </a>
        <p className="control-about">
          {serviceIds.length > 0 ? namesFor(serviceIds, services, locale) : t('maintenances.everything')}
          {' · '}
          {t('maintenances.by', { who: owner.name })}
        </p>
        {matchers.length > 0 && <Matchers ui={ui} matchers={matchers} />}
      </div>
      <div className="control-state">
        <Times ui={ui} one={one} />
        {works(ui.person) && state !== 'ended' && (
          <form
            method="post"
            action={`/alerts/maintenances/${encodeURIComponent(id)}/${state === 'running' ? 'end' : 'remove'}`}
          >
            <button type="submit" className="button button-plain">
              {t(
                state === 'scheduled'
                  ? 'maintenances.remove'
                  : one.recurring
                    ? 'maintenances.endRecurring'
                    : 'maintenances.end',
              )}
              <span className="visually-hidden">: {title}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

export function Times({ ui, one }: { ui: Ui; one: Maintenance }) {
  const { t, locale, clock } = ui
  const { current, next, recurring, startsAt, endsAt } = one
  const place = { locale, zone: clock.zone }
  const days = shortWeekdays(ui)
  return (
    <div>
      {current && <p>{spanWords(current, place)}</p>}
      {!recurring && !current && startsAt && endsAt && (
        <p>{spanWords({ from: startsAt, to: endsAt }, place)}</p>
      )}
      {recurring && (
        <p>
          {t('maintenances.each', {
            days: clock.list(
              days
                .filter(({ value }) => recurring.weekdays.some((day) => day === value))
                .map(({ label }) => label),
            ),
            from: recurring.from,
            to: recurring.to,
            zone: zoneWords(recurring.zone),
          })}
        </p>
      )}
      {recurring && next && <p>{t('maintenances.nextWindow', { span: spanWords(next, place) })}</p>}
    </div>
  )
}
