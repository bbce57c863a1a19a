import { numberPattern } from '../incidents/incident.ts'
import { type Announced, consumer } from '../runtime/event.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { indexIncident } from './index-incident.ts'

let services: Services | undefined

/** What is under way in this container, so that the events of one incident in a batch do not race each other. */
const underWay = new Map<string, Promise<void>>()

/** The event only names the incident; what is indexed is how it stands now. */
export const handler = consumer<Announced>(async ({ pk: id }) => {
  if (!numberPattern.test(id)) return
  services ??= openServices()
  const { incidents, searchIndex: index } = services
  const before = underWay.get(id) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(() => indexIncident(id, { incidents, index }))
  underWay.set(id, mine)
  try {
    await mine
  } finally {
    if (underWay.get(id) === mine) underWay.delete(id)
  }
})
