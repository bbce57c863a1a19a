import type { DomainEvent } from '../runtime/event.ts'
import { pageByPlan, pagePeople } from './page-people.ts'
import { pageThroughQuiet } from './page-through-quiet.ts'
import type { Post } from './post.ts'
import type { Try } from './send-once.ts'
import { sendTest } from './send-test.ts'
import { telling } from './telling.ts'

const raise = (event: DomainEvent, { now }: Try, { services }: Post): Promise<void> =>
  pageThroughQuiet(event, now, services)

/** What travels in the lane of pages: steps, the later ways of a person's plan, what makes those urgent, and tests. */
const works: Record<string, (event: DomainEvent, moment: Try, post: Post) => Promise<void>> = {
  'escalation.step': pagePeople,
  'plan.due': pageByPlan,
  'incident.edited': raise,
  'incident.taken': raise,
  'test.requested': sendTest,
}

export const handler = telling(async (event, attempt, post) => works[event.type]?.(event, attempt, post))
