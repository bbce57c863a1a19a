import * as z from 'zod/mini'
import { eventConsumer } from '../runtime/event.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { closeGroup } from './close-group.ts'
import { releaseAll } from './release-alerts.ts'

let services: Services | undefined

function open(): Services {
  services ??= openServices()
  return services
}

const Ended = z.union([
  z.object({ silenceId: z.string() }),
  z.object({ maintenanceId: z.string() }),
  z.object({ groupId: z.string() }),
])

/** What alerts hung on is over: a silence or a maintenance, whose alerts go on their way, or a group's incident. */
export const handler = eventConsumer<object>(
  () => open().table,
  async (event) => {
    const ended = z.parse(Ended, event)
    if ('silenceId' in ended) return releaseAll(ended.silenceId, open())
    if ('maintenanceId' in ended) return releaseAll(ended.maintenanceId, open())
    return closeGroup(ended.groupId, open())
  },
)
