import { emptyDraft } from '../components/field.tsx'
import { maintenanceFrom } from '../lib/alerts/maintenance-form.ts'
import { typed } from '../lib/draft.ts'
import type { FormFields } from '../lib/form.ts'
import type { Outcome } from '../lib/form-post.tsx'
import type { View } from '../lib/page.tsx'
import { refusedDraft } from '../lib/refused.ts'
import { rearranged, type Thing } from '../lib/set-up/blueprint.ts'
import type { Ui } from '../lib/visit.ts'
import type { MaintenanceTyped } from './maintenances-view.tsx'

type Way = {
  services: Thing[]
  send: (body: Thing) => Promise<unknown>
  /** The page with what was typed. */
  again: (typed: MaintenanceTyped, status: number) => View
  done: Outcome
}

/** The fields of the form for paths of the API, where they differ. */
const fields: Record<string, string> = { startsAt: 'fromTime', endsAt: 'toTime' }
const fieldOf = (path: string) => fields[path] ?? path.replace(/^(serviceIds|recurring\.weekdays)\..*$/, '$1')

/** Sends the form of a maintenance, or arranges it anew. */
export async function sendMaintenance(
  ui: Ui,
  form: FormFields,
  { services, send, again, done }: Way,
): Promise<Outcome> {
  const { thing, body, kind, errors } = maintenanceFrom(ui, form, { services })
  const values = typed(form)
  const show = (more: Partial<MaintenanceTyped>, status: 200 | 400 | 409 | 412 | 422): Outcome => ({
    show: { ui, view: again({ draft: { ...emptyDraft, values }, thing, kind, ...more }, status) },
    status,
  })
  const asks = form.optional('asks')
  if (asks) return show(rearranged(thing, asks), 200)
  const lacks = Object.entries(errors)
  if (lacks.length > 0) {
    const told = lacks.map(([name, lack]) => [
      name,
      ui.t(lack === 'timeMissing' ? 'silences.timeMissing' : `maintenances.${lack}`),
    ])
    return show({ draft: { values, errors: Object.fromEntries(told) } }, 422)
  }
  try {
    await send(body)
  } catch (error) {
    const { status, draft } = refusedDraft(error, ui, fieldOf)
    return show({ draft: { ...draft, values } }, status)
  }
  return done
}
