import { eventConsumer } from '../runtime/event.ts'
import { openPost, type Post } from './post.ts'
import { tellFollowers } from './tell-followers.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, { now }) => tellFollowers(event, now, open()),
)
