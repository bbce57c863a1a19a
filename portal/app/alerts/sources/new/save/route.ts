import { sourceKinds } from '../../../../../lib/alerts/contract.ts'
import { firstMapping } from '../../../../../lib/alerts/mapping-form.ts'
import { typed } from '../../../../../lib/draft.ts'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { refusedDraft } from '../../../../../lib/refused.ts'
import { knownPerson } from '../../../../../lib/visit.ts'
import { sourceKeyView } from '../../../../../views/source-key-view.tsx'
import { sourceNewView } from '../../../../../views/source-new-view.tsx'

export const GET = toFormPage

/** Answers the key itself: it is shown once, so it must not travel through an address or a cookie. */
export const POST = formPost(async (visit, { form }) => {
  const person = await knownPerson(visit)
  const name = form.text('name')
  const kind = form.oneOf('kind', sourceKinds) ?? 'generic'
  try {
    const { body, now } = await visit.api.addSource({
      ...{ name, kind },
      ...(kind === 'generic' && { mapping: firstMapping }),
    })
    const ui = visit.uiFor(person, now)
    return {
      show: { ui, view: sourceKeyView(ui, { source: body, sending: body, isRotated: false }) },
      status: 200,
    }
  } catch (error) {
    const ui = visit.uiFor(person, new Date())
    const { status, draft } = refusedDraft(error, ui)
    return { show: { ui, view: sourceNewView(ui, { ...draft, values: typed(form) }) }, status }
  }
})
