import { toFormPage } from '../../../../../../lib/form-address.ts'
import { formPost } from '../../../../../../lib/form-post.tsx'
import { localPath } from '../../../../../../lib/return-to.ts'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  await api.removeOverride(id, decodeURIComponent(params.overrideId ?? ''))
  const goTo = localPath(form.text('returnTo'), `/on-call/${encodeURIComponent(id)}`)
  return { goTo, flash: { key: 'standInRemoved' } }
})
