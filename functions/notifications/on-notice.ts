import { type DomainEvent, eventConsumer } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { openPost, type Post } from './post.ts'
import { sendDigest } from './send-digest.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

type Tell = (event: DomainEvent, now: Instant, post: Post) => Promise<void>

/** What people are told beside pages and what their incidents say, by the type of the event. */
const told: Readonly<Record<string, Tell>> = {
  'digest.due': sendDigest,
}

export const handler = eventConsumer(
  () => open().services.table,
  async (event, { now }) => told[event.type]?.(event, now, open()),
)
