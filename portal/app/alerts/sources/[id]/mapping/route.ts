import { mappingPrefix } from '../../../../../components/alerts/mapping-editor.tsx'
import { emptyDraft } from '../../../../../components/field.tsx'
import { mappingField, mappingInputs, mappingOfForm } from '../../../../../lib/alerts/mapping-form.ts'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost, type Outcome } from '../../../../../lib/form-post.tsx'
import { etagAgain, refusedDraft } from '../../../../../lib/refused.ts'
import { readThing, rearranged } from '../../../../../lib/set-up/blueprint.ts'
import { loadSource } from '../../../../../views/source-data.ts'
import { type Editing, sourceView } from '../../../../../views/source-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const { ui, data } = await loadSource(visit, id)
  const read = readThing(mappingInputs(ui), form, mappingPrefix)
  const payload = form.optional('payload')
  const shown = (editing: Partial<Editing>, status: 200 | 400 | 409 | 412 | 422): Outcome => {
    const etag = etagAgain(status, { seen: form.text('etag'), newest: data.etag })
    const again = { draft: emptyDraft, mapping: read, payload, ...editing }
    return { show: { ui, view: sourceView(ui, { ...data, etag }, again) }, status }
  }
  const asks = form.optional('asks')
  if (asks && asks !== 'try') {
    const { thing, extra } = rearranged(read, asks.replace(mappingPrefix, ''))
    return shown({ mapping: thing, extra: extra && `${mappingPrefix}${extra}` }, 200)
  }
  const mapping = mappingOfForm(read)
  try {
    if (asks === 'try') {
      const sent = payload === undefined ? undefined : jsonIn(payload)
      if (sent === null) {
        const errors = { payload: ui.t('sources.payloadWrong') }
        return shown({ draft: { values: {}, errors } }, 422)
      }
      const { body: tried } = await visit.api.trySource(id, { mapping, ...(sent && { payload: sent.json }) })
      return shown({ tried }, 200)
    }
    await visit.api.saveThing('sources', id, { ...data.thing, mapping }, { etag: form.text('etag') })
  } catch (error) {
    const { status, draft } = refusedDraft(error, ui, (path) =>
      path.startsWith('mapping.') ? `mapping.${mappingField(path.slice('mapping.'.length), read)}` : path,
    )
    return shown({ draft }, status)
  }
  return { goTo: `/alerts/sources/${encodeURIComponent(id)}#mapping`, flash: { key: 'setUpSaved' } }
})

/** @returns null for what is no JSON */
function jsonIn(text: string) {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return null
  }
}
