import { eventConsumer } from '../runtime/event.ts'
import { askRequester } from './ask-requester.ts'
import { openPost, type Post } from './post.ts'
import { tryOf } from './send-once.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, moment) => askRequester(event, tryOf(moment), open()),
)
