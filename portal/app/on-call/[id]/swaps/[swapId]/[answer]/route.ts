import { toFormPage } from '../../../../../../lib/form-address.ts'
import { formPost } from '../../../../../../lib/form-post.tsx'
import { notFound, Problem } from '../../../../../../lib/problem.ts'
import { localPath } from '../../../../../../lib/return-to.ts'

export const GET = toFormPage

const said = { accept: 'swapAccepted', decline: 'swapDeclined', withdraw: 'swapWithdrawn' } as const
const isAnswer = (word: string | undefined): word is keyof typeof said => Object.hasOwn(said, word ?? '')

export const POST = formPost(async ({ api }, { form, params }) => {
  const { answer } = params
  if (!isAnswer(answer)) throw notFound()
  const id = decodeURIComponent(params.id ?? '')
  const goTo = localPath(form.text('returnTo'), `/on-call/${encodeURIComponent(id)}`)
  try {
    await api.answerSwap(id, decodeURIComponent(params.swapId ?? ''), answer)
  } catch (error) {
    if (!(error instanceof Problem) || ![409, 412].includes(error.status)) throw error
    return { goTo, flash: { key: 'swapAnswered' } }
  }
  return { goTo, flash: { key: said[answer] } }
})
