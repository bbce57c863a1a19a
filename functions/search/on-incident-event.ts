import { numberPattern } from '../incidents/incident.ts'
import { openIncidents } from '../incidents/store.ts'
import { setting } from '../runtime/config.ts'
import { type Announced, consumer } from '../runtime/event.ts'
import { openTable } from '../runtime/table.ts'
import { indexIncident } from './index-incident.ts'
import { openSearchIndex } from './index-store.ts'

let stores: Parameters<typeof indexIncident>[1] | undefined

function open() {
  const table = openTable(setting('TABLE_NAME'))
  return { incidents: openIncidents(table), index: openSearchIndex(table) }
}

/** What is under way in this container, so that the events of one incident in a batch do not race each other. */
const underWay = new Map<string, Promise<void>>()

/** The event only names the incident; what is indexed is how it stands now. */
export const handler = consumer<Announced>(async (announced) => {
  const id = announced.pk
  if (!numberPattern.test(id)) return
  stores ??= open()
  const opened = stores
  const before = underWay.get(id) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(() => indexIncident(id, opened))
  underWay.set(id, mine)
  try {
    await mine
  } finally {
    if (underWay.get(id) === mine) underWay.delete(id)
  }
})
