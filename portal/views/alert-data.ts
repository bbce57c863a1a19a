import type { Alert, Maintenance, Silence, Source } from '../lib/alerts/contract.ts'
import type { Choice, Team } from '../lib/contract.ts'
import { orNothing } from '../lib/or-nothing.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type AlertData = {
  alert: Alert
  sources: Source[]
  services: Choice[]
  teams: Team[]
  rules: Thing[]
  silences: Silence[]
  maintenances: Maintenance[]
}

/** An alert with all that its way may name. */
export async function loadAlert(visit: Visit, id: string): Promise<{ ui: Ui; data: AlertData }> {
  const { api } = visit
  const [person, alert, services, teams, ...rest] = await Promise.all([
    knownPerson(visit),
    api.alert(id),
    api.services(),
    api.teams(),
    orNothing(api.sources()),
    orNothing(api.things('alert-rules')),
    orNothing(api.silences('all')),
    orNothing(api.maintenances()),
  ])
  const [sources, rules, silences, maintenances] = rest
  return {
    ui: visit.uiFor(person, alert.now),
    data: {
      alert: alert.body,
      services: services.body.items,
      teams: teams.body.items,
      sources: sources?.body.items ?? [],
      rules: rules?.body.items ?? [],
      silences: silences?.body.items ?? [],
      maintenances: maintenances?.body.items ?? [],
    },
  }
}
