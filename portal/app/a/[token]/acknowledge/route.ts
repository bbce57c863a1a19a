import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'

export const GET = toFormPage

export const POST = formPost(async (visit, { params: { token = '' } }) => {
  await visit.api.acknowledgeByLink(token).catch((error: unknown) => {
    // It was resolved meanwhile: the page says so.
    if (!(error instanceof Error && 'status' in error && error.status === 409)) throw error
  })
  return { goTo: `/a/${encodeURIComponent(token)}` }
})
