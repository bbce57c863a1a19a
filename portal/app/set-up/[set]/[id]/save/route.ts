import { type Draft, emptyDraft } from '../../../../../components/field.tsx'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { Problem } from '../../../../../lib/problem.ts'
import {
  type Input,
  readThing,
  rearranged,
  type Thing,
  unfolded,
} from '../../../../../lib/set-up/blueprint.ts'
import type { SetUp } from '../../../../../lib/set-up/sets.ts'
import { askedIn } from '../../../../../lib/simulation.ts'
import type { Ui } from '../../../../../lib/visit.ts'
import { previewOf } from '../../../../../views/preview-data.ts'
import { replayOf } from '../../../../../views/replay-data.ts'
import { demandSet, loadContext, loadThing, saveThing } from '../../../../../views/set-up-data.ts'
import { setItemView } from '../../../../../views/set-up-view.tsx'
import { tryOut } from '../../../../../views/trial-data.ts'

export const GET = toFormPage

const shownAgain = [400, 409, 412, 413, 422] as const

export const POST = formPost(async (visit, { form, params }) => {
  const set = demandSet(params.set)
  const id = decodeURIComponent(params.id ?? '')
  const [{ ui, context }, standing] = await Promise.all([loadContext(visit), loadThing(visit, set, id)])
  const read = readThing(set.inputs(ui, context), form)
  const trial = set.isTried && { asked: askedIn(form) }
  const base = { thing: read, context, etag: form.text('etag'), id, draft: emptyDraft, trial }
  const asked = form.optional('asks')
  if (asked === 'simulate' && set.isTried) {
    const { trial, problem } = await tryOut(visit, ui, id === 'new' ? read : { ...read, id }, form)
    const draft = problem ? draftOf(ui, set, problem) : emptyDraft
    return {
      show: { ui, view: setItemView(ui, set, { ...base, draft, trial }) },
      status: problem || trial.errors ? 422 : 200,
    }
  }
  if (asked === 'preview' && set.isPreviewed) {
    const { preview, problem } = await previewOf(visit, ui, { ...standing.thing, ...read })
    const draft = problem ? draftOf(ui, set, problem) : emptyDraft
    return {
      show: { ui, view: setItemView(ui, set, { ...base, draft, preview }) },
      status: problem ? 422 : 200,
    }
  }
  const sent = (thing: Thing) => set.sent?.(thing) ?? thing
  if (asked === 'replay' && set.isReplayed) {
    const { replayed, problem } = await replayOf(visit, sent(id === 'new' ? read : { ...read, id }))
    const draft = problem ? draftOf(ui, set, problem) : emptyDraft
    return {
      show: { ui, view: setItemView(ui, set, { ...base, draft, replayed }) },
      status: problem ? 422 : 200,
    }
  }
  if (asked) {
    const { thing, extra } = rearranged(read, asked)
    return { show: { ui, view: setItemView(ui, set, { ...base, thing, extra }) }, status: 200 }
  }
  try {
    // What the page does not ask stays as it is.
    await saveThing(visit, {
      set,
      id,
      thing: sent({ ...standing.thing, ...cleared(set.inputs(ui, context)), ...read }),
      etag: form.text('etag'),
    })
  } catch (error) {
    const status = error instanceof Problem && shownAgain.find((known) => known === error.status)
    if (!(error instanceof Problem) || !status) throw error
    const etag = status === 412 ? standing.etag : form.text('etag')
    return {
      show: { ui, view: setItemView(ui, set, { ...base, etag, draft: draftOf(ui, set, error) }) },
      status: status === 413 ? 422 : status,
    }
  }
  return { goTo: `/set-up/${set.id}`, flash: { key: 'setUpSaved' } }
})

/** The refusal beside the inputs that it is about; a draft that is only tried stands below its kind. */
function draftOf(ui: Ui, set: SetUp, { status, document }: Problem): Draft {
  const errors = (document.errors ?? []).map(({ path, message }) => [
    set.kind === 'part'
      ? `value${path === '' ? '' : `.${path}`}`
      : path.replace(/^(?:policy|schedule|rule)\./, ''),
    message,
  ])
  const sentence = status === 412 ? ui.t('setUp.changedMeanwhile') : document.detail
  return {
    values: {},
    errors: Object.fromEntries(errors),
    sentence: errors.length ? undefined : sentence,
  }
}

/** What was emptied on the page is to go, not to stay as it was. */
const cleared = (inputs: readonly Input[]) =>
  Object.fromEntries(unfolded(inputs).map(({ path }) => [path.split('.')[0], undefined]))
