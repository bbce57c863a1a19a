import { emptyDraft } from '../../../../../components/field.tsx'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { Problem } from '../../../../../lib/problem.ts'
import { readThing, rearranged } from '../../../../../lib/set-up/blueprint.ts'
import { demandSet, loadContext, loadThing, saveThing } from '../../../../../views/set-up-data.ts'
import { setItemView } from '../../../../../views/set-up-view.tsx'

export const GET = toFormPage

const shownAgain = [400, 409, 412, 413, 422] as const

export const POST = formPost(async (visit, { form, params }) => {
  const set = demandSet(params.set)
  const id = decodeURIComponent(params.id ?? '')
  const [{ ui, context }, standing] = await Promise.all([loadContext(visit), loadThing(visit, set, id)])
  const read = readThing(set.inputs(ui, context), form)
  const asked = form.optional('asks')
  if (asked) {
    const { thing, extra } = rearranged(read, asked)
    const data = { thing, context, etag: form.text('etag'), id, extra, draft: emptyDraft }
    return { show: { ui, view: setItemView(ui, set, data) }, status: 200 }
  }
  try {
    // What the page does not ask stays as it is.
    await saveThing(visit, {
      set,
      id,
      thing: { ...standing.thing, ...cleared(set.inputs(ui, context)), ...read },
      etag: form.text('etag'),
    })
  } catch (error) {
    const status = error instanceof Problem && shownAgain.find((known) => known === error.status)
    if (!(error instanceof Problem) || !status) throw error
    const errors = (error.document.errors ?? []).map(({ path, message }) => [
      set.kind === 'part' ? `value${path === '' ? '' : `.${path}`}` : path,
      message,
    ])
    const sentence = status === 412 ? ui.t('setUp.changedMeanwhile') : error.document.detail
    const draft = {
      values: {},
      errors: Object.fromEntries(errors),
      sentence: errors.length ? undefined : sentence,
    }
    const etag = status === 412 ? standing.etag : form.text('etag')
    return {
      show: { ui, view: setItemView(ui, set, { thing: read, context, etag, id, draft }) },
      status: status === 413 ? 422 : status,
    }
  }
  return {
    goTo: set.kind === 'part' ? `/set-up/${set.id}` : `/set-up/${set.id}`,
    flash: { key: 'setUpSaved' },
  }
})

/** What was emptied on the page is to go, not to stay as it was. */
const cleared = (inputs: readonly { path: string }[]) =>
  Object.fromEntries(inputs.map(({ path }) => [path.split('.')[0], undefined]))
