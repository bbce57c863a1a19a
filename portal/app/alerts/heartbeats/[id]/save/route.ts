import { heartbeatInputs } from '../../../../../lib/alerts/heartbeat-inputs.ts'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { etagAgain, refusedDraft } from '../../../../../lib/refused.ts'
import { readThing } from '../../../../../lib/set-up/blueprint.ts'
import { loadHeartbeat } from '../../../../../views/heartbeat-data.ts'
import { heartbeatKeyView } from '../../../../../views/heartbeat-key-view.tsx'
import { heartbeatView } from '../../../../../views/heartbeat-view.tsx'

export const GET = toFormPage

/** Of a new one it answers the key itself, which is shown once. */
export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const { ui, data } = await loadHeartbeat(visit, id)
  const thing = readThing(heartbeatInputs(ui, data.context), form)
  try {
    if (id === 'new') {
      const { body } = await visit.api.addHeartbeat(thing)
      return {
        show: { ui, view: heartbeatKeyView(ui, { name: body.name, sending: body, isRotated: false }) },
        status: 200,
      }
    }
    await visit.api.saveHeartbeat(id, thing, { etag: form.text('etag') })
  } catch (error) {
    const { status, draft } = refusedDraft(error, ui)
    const { stored } = data
    const etag = etagAgain(status, { seen: form.text('etag'), newest: stored?.etag ?? '' })
    return {
      show: {
        ui,
        view: heartbeatView(ui, { ...data, ...(stored && { stored: { ...stored, etag } }), thing, draft }),
      },
      status,
    }
  }
  return { goTo: '/alerts/heartbeats', flash: { key: 'setUpSaved' } }
})
