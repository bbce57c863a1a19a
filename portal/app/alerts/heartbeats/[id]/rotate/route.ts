import { overlaps } from '../../../../../components/alerts/source-keys.tsx'
import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { knownPerson } from '../../../../../lib/visit.ts'
import { heartbeatKeyView } from '../../../../../views/heartbeat-key-view.tsx'

export const GET = toFormPage

/** Answers the key itself, which is shown once. */
export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const overlapMinutes = Number(form.oneOf('overlapMinutes', overlaps) ?? '1440')
  const [person, { body }] = await Promise.all([knownPerson(visit), visit.api.heartbeat(id)])
  const { body: sending, now } = await visit.api.rotateHeartbeat(id, { overlapMinutes })
  const ui = visit.uiFor(person, now)
  const view = heartbeatKeyView(ui, { name: body.name, sending, isRotated: true })
  return { show: { ui, view }, status: 200 }
})
