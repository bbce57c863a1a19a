import type { Draft } from '../../../../components/field.tsx'
import { draftOf, typed } from '../../../../lib/draft.ts'
import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost, type Outcome } from '../../../../lib/form-post.tsx'
import { Problem } from '../../../../lib/problem.ts'
import type { Ui, Visit } from '../../../../lib/visit.ts'
import { surveyView } from '../../../../views/survey-view.tsx'

const ratings = ['1', '2', '3', '4', '5'] as const

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params: { token = '' } }) => {
  const rating = form.oneOf('rating', ratings)
  if (!rating) {
    return again(visit, token, ({ t }) => ({
      values: typed(form),
      errors: { rating: t('survey.needRating') },
    }))
  }
  try {
    await visit.api.answerSurvey(token, { rating: Number(rating), comment: form.optional('comment') })
    return { goTo: `/surveys/${encodeURIComponent(token)}` }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 409, 413, 422].includes(error.status)) throw error
    return again(visit, token, ({ t }) =>
      draftOf(form, error, { sentences: { comment: t('survey.longComment') } }),
    )
  }
})

async function again(visit: Visit, token: string, draft: (ui: Ui) => Draft): Promise<Outcome> {
  const { body: survey, now } = await visit.api.survey(token)
  const ui = visit.uiFor(undefined, now)
  return { show: { ui, view: surveyView(ui, { survey, token }, draft(ui)) }, status: 422 }
}
