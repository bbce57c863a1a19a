import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { sendSilence } from '../../../../views/silence-actions.ts'
import { loadSilences } from '../../../../views/silences-data.ts'
import { silencesView } from '../../../../views/silences-view.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { form }) => {
  const { ui, data } = await loadSilences(visit, undefined)
  return sendSilence(visit, ui, form, {
    send: (body) => visit.api.addSilence(body, { key: form.optional('key') }),
    again: (typed) => silencesView(ui, data, typed),
    done: { goTo: '/alerts/silences', flash: { key: 'silenced' } },
  })
})
