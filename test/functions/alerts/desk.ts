import { vi } from 'vitest'
import * as z from 'zod/mini'
import type { Maintaining, Silencing } from '../../../functions/alerts/control.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { AlertRule } from '../../../functions/alerts/rule.ts'
import { Source } from '../../../functions/alerts/source.ts'
import { takeAlerts } from '../../../functions/alerts/take-alerts.ts'
import { type Treated, treatmentOf } from '../../../functions/alerts/treatment.ts'
import { wakeGroup } from '../../../functions/alerts/wake-group.ts'
import type { Change } from '../../../functions/incidents/change.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { log } from '../../../functions/runtime/log.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import { openServices, type Services } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { demoSettings } from '../../support/api.ts'
import { createTable } from '../../support/table.ts'
import { at, fires, start } from './fixture.ts'

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
    openIncidents,

    /** The clock moves on, and what is due then happens. The test's clock is a fake one. */
    async wakeAt(seconds: number, name = 'DiskFull'): Promise<void> {
      vi.setSystemTime(at(seconds))
      await wakeGroup(`grp_${treatmentOf(fires(name, 0), settings).groupKey}`, services)
    },
    heads,
    async theIncident(): Promise<Incident> {
      const [incident, ...others] = await heads()
      if (!incident || others.length > 0) throw new Error(`There are ${others.length + 1} or no incidents.`)
      return incident
    },
    save: (change: Change, now: string) =>
      services.saveIncident(change, { now, settings, answer: () => ok(undefined) }),
  }

  async function openIncidents() {
    const ids = settings.teams.map(({ id }) => id)
    return (await services.incidentLists.ofTeams(ids, 'all', { limit: 100 })).items
  }

  async function heads(): Promise<Incident[]> {
    const rows = await openIncidents()
    return services.incidents.readHeads(rows.map(({ id }) => id))
  }
}

export const ana = { kind: 'person', id: 'ana', name: 'Ana' } as const
export type AlertDesk = Awaited<ReturnType<typeof openAlertDesk>>
