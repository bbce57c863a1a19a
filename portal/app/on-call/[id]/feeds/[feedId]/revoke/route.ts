import { toFormPage } from '../../../../../../lib/form-address.ts'
import { formPost } from '../../../../../../lib/form-post.tsx'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { params }) => {
  const id = decodeURIComponent(params.id ?? '')
  await api.revokeFeed(id, decodeURIComponent(params.feedId ?? ''))
  return { goTo: `/on-call/${encodeURIComponent(id)}`, flash: { key: 'feedRevoked' } }
})
