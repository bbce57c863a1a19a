import * as z from 'zod/mini'
import { Description, Title } from '../../incidents/incident.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { SuggestionAnswer } from '../answers.ts'
import { knowledgeOf, suggest } from '../suggest.ts'
import { described, isShown, summary } from '../view.ts'

const Asked = z.object({
  title: Title,
  description: z._default(Description, ''),
  serviceId: z.optional(z.string().check(z.maxLength(64))),
})

export const suggestTriage = operation({
  method: 'POST',
  path: '/triage/suggest',
  summary: 'What this would be, who should have it, and the words that decide',
  action: 'incident.report',
  body: Asked,
  answers: {
    status: 200,
    description: 'The suggestion; without fields when it would be a guess',
    schema: SuggestionAnswer,
  },
  load: async (_params, { settings, triage }) => {
    const [current, model] = await Promise.all([settings.current(), triage.models.current()])
    return { settings: current, model }
  },
  async perform({ caller, body, subject: { settings, model } }) {
    const { mode } = settings.triage
    const isStaff = caller.may('triage.read')
    const { fields, ruleId } = suggest({ ...body, sender: caller.email }, knowledgeOf(settings, model))
    // Whoever reports is helped with the category; teams are the desk's, and what they feel is theirs to say.
    const shown = isStaff ? fields : fields.filter(({ name }) => isShown(mode) && name === 'categoryId')
    return ok({
      mode,
      ...summary({ fields: shown, ...(isStaff && { ruleId }) }, {}, settings),
      fields: shown.map((field) => described(field, settings)),
    })
  },
})
