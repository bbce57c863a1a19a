import { eventConsumer } from '../runtime/event.ts'
import { openPost, type Post } from './post.ts'
import { tellRequester } from './tell-requester.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, { now }) => tellRequester(event, now, open()),
)
