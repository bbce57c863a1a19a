import type { Draft } from '../../../../components/field.tsx'
import { isStaff } from '../../../../lib/doors.ts'
import { draftOf, typed } from '../../../../lib/draft.ts'
import type { FormFields } from '../../../../lib/form.ts'
import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost, type Outcome } from '../../../../lib/form-post.tsx'
import { incidentActions } from '../../../../lib/incident-actions.ts'
import { Problem } from '../../../../lib/problem.ts'
import { knownPerson, type Ui, type Visit } from '../../../../lib/visit.ts'
import { deskView } from '../../../../views/desk-view.tsx'
import { loadIncident } from '../../../../views/incident-data.ts'
import { incidentView } from '../../../../views/incident-view.tsx'

const shownAgain = [400, 409, 412, 413, 422, 428]

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params: { number = '', action = '' } }) => {
  const act = Object.hasOwn(incidentActions, action) ? incidentActions[action] : undefined
  if (!act) throw new Problem({ status: 404, code: 'not_found', title: 'Not found' })
  const person = await knownPerson(visit)
  const isWorker = isStaff(person)
  const wrong = Object.entries(act.check?.(form, { isWorker }) ?? {})
  const again = (status: number, draft: (ui: Ui) => Draft) =>
    refused(visit, { number, action, form, status, draft })

  if (wrong.length > 0) {
    return again(422, ({ t }) => ({
      values: typed(form),
      errors: Object.fromEntries(wrong.map(([field, key]) => [field, key ? t(key) : ''])),
    }))
  }
  try {
    const answer = await act.send(visit.api, { number, form, zone: person.zone, isWorker })
    const next = act.leadsTo?.(answer) ?? number
    return { goTo: `/incidents/${encodeURIComponent(next)}`, flash: { key: act.flash } }
  } catch (error) {
    if (!(error instanceof Problem) || !shownAgain.includes(error.status)) throw error
    const paths = await act.paths?.(visit.api, form)
    return again(error.status, () => draftOf(form, error, { fields: act.fields, paths }))
  }
})

type Refused = { number: string; action: string; form: FormFields; status: number; draft: (ui: Ui) => Draft }

/** The page as it stands now, with what was typed still in its form. */
async function refused(visit: Visit, { number, action, form, status, draft }: Refused): Promise<Outcome> {
  const { ui, data } = await loadIncident(visit, number)
  const isOvertaken = status === 412
  const kept = draft(ui)
  const view = isStaff(ui.person)
    ? deskView(ui, {
        data,
        draft: kept,
        sent: action,
        ...(isOvertaken && { overtaken: { seen: form.text('seen') } }),
      })
    : incidentView(ui, data, isOvertaken ? { ...kept, sentence: ui.t('incident.changed') } : kept)
  return { show: { ui, view }, status: isOvertaken ? 412 : status === 409 ? 409 : 422 }
}
