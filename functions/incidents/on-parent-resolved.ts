import { eventConsumer } from '../runtime/event.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { resolveChildren } from './resolve-children.ts'

let services: Services | undefined

function open(): Services {
  services ??= openServices()
  return services
}

export const handler = eventConsumer(
  () => open().table,
  (event) => resolveChildren(event, open()),
)
