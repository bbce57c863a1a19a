import { emptyDraft } from '../components/field.tsx'
import type { Matcher } from '../lib/alerts/contract.ts'
import { matchersInput } from '../lib/alerts/matchers-form.ts'
import { type End, silenceFrom } from '../lib/alerts/silence-form.ts'
import { typed } from '../lib/draft.ts'
import type { FormFields } from '../lib/form.ts'
import type { Outcome } from '../lib/form-post.tsx'
import type { View } from '../lib/page.tsx'
import { refusedDraft } from '../lib/refused.ts'
import { readThing, rearranged } from '../lib/set-up/blueprint.ts'
import type { Ui, Visit } from '../lib/visit.ts'
import type { SilenceTyped } from './silences-view.tsx'

type Way = {
  send: (body: object) => Promise<unknown>
  /** The page with what was typed. */
  again: (typed: SilenceTyped, status: number) => View
  done: Outcome
}

/** The fields of the form for paths of the API, where they differ. */
const fieldOf = (path: string): string => {
  if (path === 'endsAt' || path.startsWith('until')) return 'ends'
  return path === 'startsAt' ? 'startTime' : path
}

/** Sends the form of a silence: to be looked at, arranged anew, or for good. */
export async function sendSilence(
  { api }: Visit,
  ui: Ui,
  form: FormFields,
  { send, again, done }: Way,
): Promise<Outcome> {
  const asked = readThing([matchersInput(ui, { path: 'matchers', label: '' })], form)
  const rows = (Array.isArray(asked.matchers) ? asked.matchers : []) as Partial<Matcher>[]
  const values = typed(form)
  const kept = { matchers: rows, chosen: (form.optional('ends') ?? 'hour') as End }
  const show = (more: Partial<SilenceTyped>, status: 200 | 400 | 409 | 412 | 422): Outcome => ({
    show: { ui, view: again({ ...kept, draft: { ...emptyDraft, values }, ...more }, status) },
    status,
  })
  const asks = form.optional('asks')
  if (asks && asks !== 'preview') {
    const { thing, extra } = rearranged(asked, asks)
    return show({ matchers: thing.matchers as Partial<Matcher>[], extra }, 200)
  }
  const { body, errors } = silenceFrom(ui, form, { now: ui.clock.now, zone: ui.clock.zone })
  const lacks = Object.fromEntries(
    Object.entries(errors).map(([field, lack]) => [field, ui.t(`silences.${lack}`)]),
  )
  try {
    if (asks === 'preview') {
      if (errors.matchers) return show({ draft: { values, errors: { matchers: lacks.matchers ?? '' } } }, 422)
      return show({ would: (await api.previewSilence(body.matchers)).body }, 200)
    }
    if (Object.keys(lacks).length > 0) return show({ draft: { values, errors: lacks } }, 422)
    await send(body)
  } catch (error) {
    const { status, draft } = refusedDraft(error, ui, fieldOf)
    return show({ draft: { ...draft, values } }, status)
  }
  return done
}
