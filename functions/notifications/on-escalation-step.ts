import { consumer, type DomainEvent } from '../runtime/event.ts'
import { pagePeople } from './page-people.ts'
import { openPost, type Post } from './post.ts'

let post: Post | undefined

export const handler = consumer<DomainEvent>(async (event, { now }) => {
  post ??= openPost()
  await pagePeople(event, now, post)
})
