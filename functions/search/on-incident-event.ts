import { numberPattern } from '../incidents/incident.ts'
import { type Announced, consumer } from '../runtime/event.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { indexIncident } from './index-incident.ts'
import { openSearchIndex, type SearchIndex } from './index-store.ts'

let services: Services | undefined
let index: SearchIndex | undefined

/** What is under way in this container, so that the events of one incident in a batch do not race each other. */
const underWay = new Map<string, Promise<void>>()

/** The event only names the incident; what is indexed is how it stands now. */
export const handler = consumer<Announced>(async (announced) => {
  const id = announced.pk
  if (!numberPattern.test(id)) return
  services ??= openServices()
  const { incidents, table } = services
  index ??= openSearchIndex(table)
  const stores = { incidents, index }
  const before = underWay.get(id) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(() => indexIncident(id, stores))
  underWay.set(id, mine)
  try {
    await mine
  } finally {
    if (underWay.get(id) === mine) underWay.delete(id)
  }
})
