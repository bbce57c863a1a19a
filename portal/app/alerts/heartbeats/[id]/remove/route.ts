import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { form, params }) => {
  await api.removeHeartbeat(decodeURIComponent(params.id ?? ''), { etag: form.text('etag') })
  return { goTo: '/alerts/heartbeats', flash: { key: 'heartbeatRemoved' } }
})
