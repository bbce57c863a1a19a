import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import type { AlertQueue } from './alert-queue.ts'
import { counted, doneIfRefused, enqueue } from './receive.ts'

type Around = { services: Pick<Services, 'settings' | 'traffic'>; queue: AlertQueue }

/**
 * Takes an event of EventBridge for every source of that kind; it comes from within the account and needs no key.
 * What a source refuses is counted there, and done. @returns how many alerts it was, for all of them.
 * @throws Refused `unavailable` when the queue does not take it: the event then comes again.
 */
export async function takeEvent(
  event: unknown,
  now: Instant,
  { services: { settings, traffic }, queue }: Around,
): Promise<{ accepted: number }> {
  const { alertSources } = await settings.current()
  let accepted = 0
  for (const source of alertSources.filter(({ kind, retired }) => kind === 'eventbridge' && !retired))
    accepted += (
      await counted(source, { text: JSON.stringify(event) ?? '', now, traffic }, () =>
        enqueue(source, event, now, { intake: { queue }, stores: { traffic } }),
      ).catch(doneIfRefused)
    ).accepted
  return { accepted }
}
