import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { etagAgain } from '../../../../../lib/refused.ts'
import { sendSilence } from '../../../../../views/silence-actions.ts'
import { silenceView } from '../../../../../views/silence-view.tsx'
import { loadSilence } from '../../../../../views/silences-data.ts'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const { ui, data } = await loadSilence(visit, id)
  return sendSilence(visit, ui, form, {
    send: (body) => visit.api.editSilence(id, body, { etag: form.text('etag') }),
    again: (typed, status) =>
      silenceView(
        ui,
        { ...data, etag: etagAgain(status, { seen: form.text('etag'), newest: data.etag }) },
        typed,
      ),
    done: { goTo: `/alerts/silences/${encodeURIComponent(id)}`, flash: { key: 'silenceSaved' } },
  })
})
