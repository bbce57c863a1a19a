import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { sendMaintenance } from '../../../../views/maintenance-actions.ts'
import { loadMaintenances } from '../../../../views/maintenances-data.ts'
import { maintenancesView } from '../../../../views/maintenances-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form }) => {
  const { ui, data } = await loadMaintenances(visit)
  return sendMaintenance(ui, form, {
    services: data.services,
    send: (body) => visit.api.addMaintenance(body, { key: form.optional('key') }),
    again: (typed) => maintenancesView(ui, data, typed),
    done: { goTo: '/alerts/maintenances', flash: { key: 'maintenanceSaved' } },
  })
})
