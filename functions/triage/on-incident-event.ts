import { eventConsumer } from '../runtime/event.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { onIncident } from './triage-incident.ts'

let services: Services | undefined

function open(): Services {
  services ??= openServices()
  return services
}

export const handler = eventConsumer(
  () => open().table,
  (event, { now }) => onIncident(event, now, open()),
)
