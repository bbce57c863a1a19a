import { eventConsumer } from '../runtime/event.ts'
import { openPost, type Post } from './post.ts'
import { tryOf } from './send-once.ts'
import { tellFollowers } from './tell-followers.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, moment) => tellFollowers(event, tryOf(moment), open()),
)
