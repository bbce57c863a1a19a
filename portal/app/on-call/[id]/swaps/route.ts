import { typed } from '../../../../lib/draft.ts'
import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { swapFrom } from '../../../../lib/on-call/change.ts'
import { localPath } from '../../../../lib/return-to.ts'
import { shownAgain, toldBy } from '../../../../views/on-call-again.ts'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const returnTo = localPath(form.text('returnTo'), `/on-call/${encodeURIComponent(id)}`)
  const again = { id, returnTo, asks: 'swap', values: typed(form) } as const
  const { body, errors } = swapFrom(form)
  if (errors) return shownAgain(visit, { ...again, errors })
  try {
    await visit.api.askForSwap(id, body, { key: form.optional('key') })
  } catch (error) {
    return shownAgain(visit, { ...again, ...toldBy(error, { from: 'shift', to: 'shift' }) })
  }
  return { goTo: returnTo, flash: { key: 'swapAsked' } }
})
