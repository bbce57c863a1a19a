import { consumer, type DomainEvent } from '../runtime/event.ts'
import { openPost, type Post } from './post.ts'
import { tellRequester } from './tell-requester.ts'

let post: Post | undefined

export const handler = consumer<DomainEvent>(async (event, { now }) => {
  post ??= openPost()
  await tellRequester(event, now, post)
})
