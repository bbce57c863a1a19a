import { actionIn, changeOf, pickedIn } from '../../../lib/bulk.ts'
import { draftOf, typed } from '../../../lib/draft.ts'
import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'
import { Problem } from '../../../lib/problem.ts'
import { localPath } from '../../../lib/return-to.ts'
import { knownPerson } from '../../../lib/visit.ts'
import { bulkView } from '../../../views/bulk-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form }) => {
  const returnTo = localPath(form.text('returnTo'), '/queue')
  const ids = pickedIn(form)
  const action = actionIn(form)
  if (!action || ids.length === 0) return { goTo: returnTo, flash: { key: 'nothingPicked' } }
  const person = await knownPerson(visit)
  const { change, errors } = changeOf(form, action, person.id)
  const again = async (
    draftFor: (ui: ReturnType<typeof visit.uiFor>) => Parameters<typeof bulkView>[1]['draft'],
  ) => {
    const teams = await visit.api.teams()
    const ui = visit.uiFor(person, teams.now)
    const view = bulkView(ui, { ids, action, teams: teams.body.items, draft: draftFor(ui), returnTo })
    return { show: { ui, view }, status: 422 as const }
  }
  const wrong = Object.entries(errors)
  if (wrong.length > 0) {
    return again(({ t }) => ({
      values: typed(form),
      errors: Object.fromEntries(wrong.map(([field, key]) => [`bulk-${field}`, key ? t(key) : ''])),
    }))
  }
  try {
    const { body } = await visit.api.bulk({ ids, change }, { key: form.optional('key') })
    const address = new URL(returnTo, 'https://portal.invalid')
    address.searchParams.set('job', body.jobId)
    return { goTo: `${address.pathname}${address.search}` }
  } catch (error) {
    if (!(error instanceof Problem) || ![409, 422].includes(error.status)) throw error
    return again(() => draftOf(form, error))
  }
})
