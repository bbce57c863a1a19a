import { openPost, type Post } from '../notifications/post.ts'
import { tryOf } from '../notifications/send-once.ts'
import { eventConsumer } from '../runtime/event.ts'
import { tellMatches } from './tell-matches.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, moment) => tellMatches(event, tryOf(moment), open()),
)
