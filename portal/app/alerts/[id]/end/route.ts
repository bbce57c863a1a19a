import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { Problem } from '../../../../lib/problem.ts'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const goTo = `/alerts/${encodeURIComponent(id)}`
  try {
    await api.endAlert(id)
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error
    return { goTo, flash: { key: 'alertOver' } }
  }
  return { goTo, flash: { key: 'alertEnded' } }
})
