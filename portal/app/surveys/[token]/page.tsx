import { emptyDraft } from '../../../components/field.tsx'
import { page } from '../../../lib/page.tsx'
import { surveyView } from '../../../views/survey-view.tsx'

/** `?rating=` only preselects: opening the link records nothing, however often and by whomever. */
export default page(async (visit, { params, query }) => {
  const token = decodeURIComponent(params.token ?? '')
  const { body: survey, now } = await visit.api.survey(token)
  const ui = visit.uiFor(undefined, now)
  const rating = typeof query.rating === 'string' && /^[1-5]$/.test(query.rating) ? query.rating : undefined
  const draft = rating ? { ...emptyDraft, values: { rating } } : emptyDraft
  return { ui, view: surveyView(ui, { survey, token }, draft) }
})
