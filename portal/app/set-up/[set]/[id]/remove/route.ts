import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { demandSet } from '../../../../../views/set-up-data.ts'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { form, params }) => {
  const set = demandSet(params.set)
  await api.removeThing(set.id, decodeURIComponent(params.id ?? ''), { etag: form.text('etag') })
  return { goTo: `/set-up/${set.id}`, flash: { key: 'setUpSaved' } }
})
