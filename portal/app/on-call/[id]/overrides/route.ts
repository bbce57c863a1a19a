import { typed } from '../../../../lib/draft.ts'
import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { standInFrom } from '../../../../lib/on-call/change.ts'
import { savedWord } from '../../../../lib/on-call/saved.ts'
import { orNothing } from '../../../../lib/or-nothing.ts'
import { localPath } from '../../../../lib/return-to.ts'
import { shownAgain, toldBy } from '../../../../views/on-call-again.ts'

export const GET = toFormPage

export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const returnTo = localPath(form.text('returnTo'), `/on-call/${encodeURIComponent(id)}`)
  const again = { id, returnTo, asks: 'standIn', values: typed(form) } as const
  const { body, errors } = standInFrom(form)
  if (errors) return shownAgain(visit, { ...again, errors })
  const { but, ...override } = body
  try {
    const before = await orNothing(visit.api.shifts(id, override))
    const { body: saved, now } = await visit.api.standIn(id, override, { key: form.optional('key') })
    const key = savedWord({ override: saved, but, before: before?.body, now })
    return { goTo: returnTo, flash: { key } }
  } catch (error) {
    return shownAgain(visit, { ...again, ...toldBy(error, { from: 'fromTime', to: 'toTime' }) })
  }
})
