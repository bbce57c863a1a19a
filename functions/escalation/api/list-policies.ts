import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { Policy } from '../policy.ts'

export const listPolicies = operation({
  method: 'GET',
  path: '/escalation-policies',
  summary: 'List the escalation policies in force',
  action: 'escalation_policy.read',
  answers: { status: 200, description: 'Every policy', schema: z.object({ items: z.array(Policy) }) },
  load: (_params, { settings }) => settings.current(),
  perform: async ({ subject }) => ok({ items: subject.escalationPolicies }),
})
