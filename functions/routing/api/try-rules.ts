import * as z from 'zod/mini'
import { demandKnown } from '../../incidents/known-names.ts'
import { priorityOf } from '../../incidents/priority.ts'
import { Report } from '../../incidents/report.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { Text } from '../../runtime/text.ts'
import { route } from '../route.ts'

const Sample = z.extend(
  z.pick(Report, {
    title: true,
    description: true,
    impact: true,
    urgency: true,
    categoryId: true,
    serviceId: true,
  }),
  { organisationId: z.optional(z.string().check(z.maxLength(64))) },
)

export const tryRules = operation({
  method: 'POST',
  path: '/routing-rules/try',
  summary: 'Try where an incident like this would go, and why; nothing is stored',
  action: 'routing.try',
  body: Sample,
  answers: {
    status: 200,
    description: 'The team, the rule that decides, if one does, and why',
    schema: z.object({ teamId: z.string(), ruleId: z.optional(z.string()), why: Text }),
  },
  load: (_params, { settings }) => settings.current(),
  async perform({ body, subject: settings }) {
    demandKnown(body, settings)
    const priority = priorityOf(settings.priorityMatrix, body.impact, body.urgency)
    return ok(route({ ...body, priority }, settings))
  },
})
