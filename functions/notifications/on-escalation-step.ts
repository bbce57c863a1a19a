import { type DomainEvent, eventConsumer } from '../runtime/event.ts'
import { pageByPlan, pagePeople } from './page-people.ts'
import { openPost, type Post } from './post.ts'
import { type Try, tryOf } from './send-once.ts'
import { sendTest } from './send-test.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

/** What travels in the lane of pages: steps, the later ways of a person's plan, and what people try out. */
const works: Record<string, (event: DomainEvent, moment: Try, post: Post) => Promise<void>> = {
  'escalation.step': pagePeople,
  'plan.due': pageByPlan,
  'test.requested': sendTest,
}

export const handler = eventConsumer(
  () => open().services.table,
  async (event, moment) => works[event.type]?.(event, tryOf(moment), open()),
)
