import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { etagAgain, refusedDraft } from '../../../../../lib/refused.ts'
import { readThing } from '../../../../../lib/set-up/blueprint.ts'
import { loadSource } from '../../../../../views/source-data.ts'
import { sourceInputs, sourceView } from '../../../../../views/source-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const { ui, data } = await loadSource(visit, id)
  const typed = readThing(sourceInputs(ui, data.context), form)
  try {
    const saved = { ...data.thing, treatment: {}, ...typed }
    await visit.api.saveThing('sources', id, saved, { etag: form.text('etag') })
  } catch (error) {
    const { status, draft } = refusedDraft(error, ui)
    const etag = etagAgain(status, { seen: form.text('etag'), newest: data.etag })
    return { show: { ui, view: sourceView(ui, { ...data, etag }, { draft, typed }) }, status }
  }
  return { goTo: `/alerts/sources/${encodeURIComponent(id)}`, flash: { key: 'setUpSaved' } }
})
