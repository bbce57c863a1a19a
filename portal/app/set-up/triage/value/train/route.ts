import { toFormPage } from '../../../../../lib/form-address.ts'
import { formPost } from '../../../../../lib/form-post.tsx'

export const GET = toFormPage

export const POST = formPost(async ({ api }) => {
  await api.trainTriage()
  return { goTo: '/set-up/triage', flash: { key: 'setUpSaved' } }
})
