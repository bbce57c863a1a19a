import { type AlertNames, AlertRows } from '../components/alerts/alert-rows.tsx'
import { Pager } from '../components/pager.tsx'
import type { AlertRow } from '../lib/alerts/contract.ts'
import { alertNames } from '../lib/alerts/names.ts'
import type { Page } from '../lib/contract.ts'
import { orNothing } from '../lib/or-nothing.ts'
import type { View } from '../lib/page.tsx'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'
import { Back } from './set-up-frame.tsx'

type Data = { id: string; alerts: Page<AlertRow>; names: AlertNames }

/** A page of the alerts of one incident. */
export async function loadIncidentAlerts(
  visit: Visit,
  id: string,
  cursor: string | undefined,
): Promise<Data & { ui: Ui }> {
  const { api } = visit
  const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) })
  const [person, alerts, services, teams, sources] = await Promise.all([
    knownPerson(visit),
    api.incidentAlerts(id, query),
    api.services(),
    api.teams(),
    orNothing(api.sources()),
  ])
  const ui = visit.uiFor(person, alerts.now)
  const names = alertNames(ui, {
    sources: sources?.body.items ?? [],
    services: services.body.items,
    teams: teams.body.items,
  })
  return { ui, id, alerts: alerts.body, names }
}

export function incidentAlertsView(ui: Ui, { id, alerts, names }: Data): View {
  const title = ui.t('alerts.ofIncidentTitle', { number: id })
  return {
    title,
    width: 'wide',
    body: (
      <>
        <Back ui={ui} href={`/incidents/${id}`} label={id} />
        <h1>{title}</h1>
        <AlertRows ui={ui} rows={alerts.items} names={names} />
        <Pager
          label={ui.t('alerts.more')}
          path={`/incidents/${id}/alerts`}
          query={new URLSearchParams()}
          cursor={alerts.nextCursor}
        />
      </>
    ),
  }
}
