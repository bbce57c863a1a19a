import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  await api.addHolidays(id, form.text('ical'), { etag: form.text('etag') })
  return { goTo: `/set-up/calendars/${encodeURIComponent(id)}`, flash: { key: 'setUpSaved' } }
})
