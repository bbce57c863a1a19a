import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'
import { Problem } from '../../../lib/problem.ts'
import { localPath } from '../../../lib/return-to.ts'

export const GET = toFormPage

/** From a row, which knows no version: having seen it overwrites nothing, so the newest one will do. */
export const POST = formPost(async ({ api }, { form }) => {
  const number = form.text('number')
  const returnTo = `${localPath(form.text('returnTo'), '/queue').split('#')[0]}#${encodeURIComponent(number)}`
  const { body, etag } = await api.incident(number)
  if (!body.may.includes('acknowledge')) {
    return { goTo: returnTo, flash: { key: 'acknowledgedBefore' } }
  }
  try {
    await api.acknowledge(number, { etag })
  } catch (error) {
    if (!(error instanceof Problem) || ![409, 412].includes(error.status)) throw error
    return { goTo: returnTo, flash: { key: 'acknowledgedBefore' } }
  }
  return { goTo: returnTo, flash: { key: 'acknowledged' } }
})
