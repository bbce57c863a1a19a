import { type DomainEvent, eventConsumer } from '../runtime/event.ts'
import { openPost, type Post } from './post.ts'
import { type Try, tryOf } from './send-once.ts'

/** A consumer of events that tells people something; what that takes is opened with the first event. */
export function telling<Event = DomainEvent>(
  tell: (event: Event, attempt: Try, post: Post) => Promise<unknown>,
) {
  let opened: Post | undefined
  function post(): Post {
    opened ??= openPost()
    return opened
  }
  return eventConsumer<Event>(
    () => post().services.table,
    async (event, moment) => {
      await tell(event, tryOf(moment), post())
    },
  )
}
