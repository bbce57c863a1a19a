import { tellRequester } from './tell-requester.ts'
import { tellTeam } from './tell-team.ts'
import { telling } from './telling.ts'

export const handler = telling((event, attempt, post) =>
  (event.type === 'escalation.level' ? tellTeam : tellRequester)(event, attempt, post),
)
