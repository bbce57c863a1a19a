import { type AlertNames, AlertRows } from '../components/alerts/alert-rows.tsx'
import { MaintenanceForm } from '../components/alerts/maintenance-form.tsx'
import { Matchers } from '../components/alerts/matchers.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { ErrorSummary, emptyDraft } from '../components/field.tsx'
import type { AlertRow, Maintenance } from '../lib/alerts/contract.ts'
import { alertNames } from '../lib/alerts/names.ts'
import type { Page } from '../lib/contract.ts'
import { works } from '../lib/doors.ts'
import { orNothing } from '../lib/or-nothing.ts'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { namesFor } from '../lib/set-up/context.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'
import { wallAt } from '../lib/wall-clock.ts'
import { type MaintenanceTyped, Times } from './maintenances-view.tsx'
import { Back } from './set-up-frame.tsx'

type Data = { one: Maintenance; etag: string; held: Page<AlertRow>; services: Thing[]; names: AlertNames }

/** One maintenance with what it holds now. */
export async function loadMaintenance(visit: Visit, id: string): Promise<{ ui: Ui; data: Data }> {
  const { api } = visit
  const [person, one, held, things, services, teams, sources] = await Promise.all([
    knownPerson(visit),
    api.maintenance(id),
    orNothing(api.heldByMaintenance(id)),
    api.things('services'),
    api.services(),
    api.teams(),
    orNothing(api.sources()),
  ])
  const ui = visit.uiFor(person, one.now)
  return {
    ui,
    data: {
      ...{ one: one.body, etag: one.etag ?? '', services: things.body.items },
      held: held?.body ?? { items: [] },
      names: alertNames(ui, {
        sources: sources?.body.items ?? [],
        services: services.body.items,
        teams: teams.body.items,
      }),
    },
  }
}

/** What is worked on, what waits because of it, and shall it last longer? */
export function maintenanceView(ui: Ui, data: Data, typed?: MaintenanceTyped): View {
  const { t } = ui
  const { one, etag, held, services, names } = data
  const { id, title, serviceIds, matchers, owner, state } = one
  return {
    title,
    body: (
      <>
        <header>
          <Back ui={ui} href="/alerts/maintenances" label={t('maintenances.back')} />
          <p className="overline">
            {t(`maintenances.${state}`)} · {t('maintenances.by', { who: owner.name })}
          </p>
          <h1 dir="auto">{title}</h1>
          <p className="lead">{namesFor(serviceIds, services, ui.locale)}</p>
        </header>
        <Times ui={ui} one={one} />
        {matchers.length > 0 && <Matchers ui={ui} matchers={matchers} />}
        <p className="hint">{t('maintenances.atEnd')}</p>
        <ErrorSummary ui={ui} draft={typed?.draft ?? emptyDraft} />
        {state === 'running' && (
          <section className="stack">
            <h2>{t('silences.heldTitle')}</h2>
            {held.items.length === 0 ? (
              <p className="soft">{t('silences.heldNothing')}</p>
            ) : (
              <AlertRows ui={ui} rows={held.items} names={names} />
            )}
          </section>
        )}
        {works(ui.person) && state !== 'ended' && (
          <Disclosure summary={t('maintenances.changeTitle')} isOpen={typed !== undefined}>
            <MaintenanceForm
              ui={ui}
              services={services}
              stored={{ id, etag }}
              typed={typed ?? asTyped(ui, one)}
            />
          </Disclosure>
        )}
      </>
    ),
  }
}

/** As its form shows it before anything is typed. */
function asTyped({ clock }: Ui, one: Maintenance): MaintenanceTyped {
  const { startsAt, endsAt, recurring } = one
  const [from, to] = [startsAt, endsAt].map((at) => (at ? wallAt(at, clock.zone) : undefined))
  return {
    thing: one as unknown as Thing,
    kind: recurring ? 'recurring' : 'once',
    draft: {
      errors: {},
      values: {
        ...(from && { fromDate: from.date, fromTime: from.time }),
        ...(to && { toDate: to.date, toTime: to.time }),
      },
    },
  }
}
