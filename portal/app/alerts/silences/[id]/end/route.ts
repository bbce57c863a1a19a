import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'
import { Problem } from '../../../../../lib/problem.ts'

export const GET = toFormPage

export const POST = formPost(async ({ api }, { params }) => {
  try {
    await api.endSilence(decodeURIComponent(params.id ?? ''))
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error
    return { goTo: '/alerts/silences', flash: { key: 'overAlready' } }
  }
  return { goTo: '/alerts/silences', flash: { key: 'silenceEnded' } }
})
