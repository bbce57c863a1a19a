import { eventConsumer } from '../runtime/event.ts'
import { askRequester } from './ask-requester.ts'
import { openPost, type Post } from './post.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, { now }) => askRequester(event, now, open()),
)
