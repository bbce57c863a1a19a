import { eventConsumer } from '../runtime/event.ts'
import { openPost, type Post } from './post.ts'
import { tryOf } from './send-once.ts'
import { tellRequester } from './tell-requester.ts'
import { tellTeam } from './tell-team.ts'

let post: Post | undefined

function open(): Post {
  post ??= openPost()
  return post
}

export const handler = eventConsumer(
  () => open().services.table,
  (event, moment) =>
    (event.type === 'escalation.level' ? tellTeam : tellRequester)(event, tryOf(moment), open()),
)
