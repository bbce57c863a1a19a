import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { etagAgain } from '../../../../../lib/refused.ts'
import { sendMaintenance } from '../../../../../views/maintenance-actions.ts'
import { loadMaintenance, maintenanceView } from '../../../../../views/maintenance-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const { ui, data } = await loadMaintenance(visit, id)
  return sendMaintenance(ui, form, {
    services: data.services,
    send: (body) => visit.api.editMaintenance(id, body, { etag: form.text('etag') }),
    again: (typed, status) =>
      maintenanceView(
        ui,
        { ...data, etag: etagAgain(status, { seen: form.text('etag'), newest: data.etag }) },
        typed,
      ),
    done: { goTo: `/alerts/maintenances/${encodeURIComponent(id)}`, flash: { key: 'silenceSaved' } },
  })
})
