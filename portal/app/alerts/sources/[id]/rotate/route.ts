import { overlaps } from '../../../../../components/alerts/source-keys.tsx'
import type { Source } from '../../../../../lib/alerts/contract.ts'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { knownPerson } from '../../../../../lib/visit.ts'
import { sourceKeyView } from '../../../../../views/source-key-view.tsx'

export const GET = toFormPage

/** Answers the key itself, which is shown once. */
export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const overlapMinutes = Number(form.oneOf('overlapMinutes', overlaps) ?? '1440')
  const [person, { body: source }] = await Promise.all([knownPerson(visit), visit.api.thing('sources', id)])
  const { body: sending, now } = await visit.api.rotateSource(id, { overlapMinutes })
  const ui = visit.uiFor(person, now)
  const view = sourceKeyView(ui, { source: source as unknown as Source, sending, isRotated: true })
  return { show: { ui, view }, status: 200 }
})
