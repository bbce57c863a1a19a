import * as z from 'zod/mini'
import type { Maintaining, Silencing } from '../../../functions/alerts/control.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { AlertRule } from '../../../functions/alerts/rule.ts'
import { Source } from '../../../functions/alerts/source.ts'
import { takeAlerts } from '../../../functions/alerts/take-alerts.ts'
import { type Treated, treatmentOf } from '../../../functions/alerts/treatment.ts'
import { log } from '../../../functions/runtime/log.ts'
import { openServices, type Services } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { demoSettings } from '../../support/api.ts'
import { createTable } from '../../support/table.ts'
import { start } from './fixture.ts'

const sourceId = 'src_prom'

/** The product over a table of its own, with one source and what holds alerts back under the test's hand. */
export async function openAlertDesk({
  rules = [],
  treatment = {},
}: {
  rules?: unknown[]
  treatment?: object
}) {
  log.setLogLevel('SILENT')
  const { name, client } = await createTable()
  const table = openTable(name, client)
  const held: { silences: Silencing[]; maintenances: Maintaining[] } = { silences: [], maintenances: [] }
  const open = openServices(table)
  const services: Services = {
    ...open,
    silences: { ...open.silences, readActive: async () => held.silences },
    maintenances: { ...open.maintenances, readNear: async () => held.maintenances },
  }
  const settings = {
    ...demoSettings,
    alertSources: [z.parse(Source, { id: sourceId, name: 'Prometheus', kind: 'alertmanager', treatment })],
    alertRules: rules.map((rule) => z.parse(AlertRule, rule)),
  }
  await services.settings.replace(settings, 0, start)

  return {
    ...{ table, client, name, services, settings, held },
    take: (now: string, ...occurrences: Occurrence[]) => takeAlerts(occurrences, () => now, services),
    treated: (occurrence: Occurrence): Treated => treatmentOf(occurrence, settings),
    groupOf: (occurrence: Occurrence) =>
      services.alerts.readGroup(treatmentOf(occurrence, settings).groupKey),
    async openIncidents() {
      const ids = settings.teams.map(({ id }) => id)
      return (await services.incidentLists.ofTeams(ids, 'all', { limit: 100 })).items
    },
  }
}
export type AlertDesk = Awaited<ReturnType<typeof openAlertDesk>>
