import { consumer, type DomainEvent } from '../runtime/event.ts'
import { askRequester } from './ask-requester.ts'
import { openPost, type Post } from './post.ts'

let post: Post | undefined

export const handler = consumer<DomainEvent>(async (event, { now }) => {
  post ??= openPost()
  await askRequester(event, now, post)
})
