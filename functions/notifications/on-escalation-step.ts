import { eventConsumer } from '../runtime/event.ts'
import { pagePeople } from './page-people.ts'
import { openPost, type Post } from './post.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, { now }) => pagePeople(event, now, open()),
)
