import { emptyDraft } from '../../../../components/field.tsx'
import { maintenanceFrom } from '../../../../lib/alerts/maintenance-form.ts'
import { typed } from '../../../../lib/draft.ts'
import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost, type Outcome } from '../../../../lib/form-post.tsx'
import { refusedDraft } from '../../../../lib/refused.ts'
import { rearranged } from '../../../../lib/set-up/blueprint.ts'
import { loadMaintenances } from '../../../../views/maintenances-data.ts'
import { type MaintenanceTyped, maintenancesView } from '../../../../views/maintenances-view.tsx'

export const GET = toFormPage

const fields: Record<string, string> = { startsAt: 'fromTime', endsAt: 'toTime' }
const fieldOf = (path: string) => fields[path] ?? path.replace(/^(serviceIds|recurring\.weekdays)\..*$/, '$1')

export const POST = formPost(async (visit, { form }) => {
  const { ui, data } = await loadMaintenances(visit)
  const { thing, body, kind, errors } = maintenanceFrom(ui, form, data)
  const values = typed(form)
  const show = (more: Partial<MaintenanceTyped>, status: 200 | 400 | 409 | 412 | 422): Outcome => ({
    show: {
      ui,
      view: maintenancesView(ui, data, { draft: { ...emptyDraft, values }, thing, kind, ...more }),
    },
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
    await visit.api.addMaintenance(body, { key: form.optional('key') })
  } catch (error) {
    const { status, draft } = refusedDraft(error, ui, fieldOf)
    return show({ draft: { ...draft, values } }, status)
  }
  return { goTo: '/alerts/maintenances', flash: { key: 'maintenanceSaved' } }
})
