import { toFormPage } from '../../../../lib/form-address.ts'
import { formPost } from '../../../../lib/form-post.tsx'
import { knownPerson } from '../../../../lib/visit.ts'
import { feedView } from '../../../../views/on-call-feed-view.tsx'

export const GET = toFormPage

/** Answers the address itself: it is shown once, so it must not travel through an address or a cookie. */
export const POST = formPost(async (visit, { form, params }) => {
  const id = decodeURIComponent(params.id ?? '')
  const [person, { body: feed, now }] = await Promise.all([
    knownPerson(visit),
    visit.api.addFeed(id, form.text('only') === 'all' ? 'all' : 'mine'),
  ])
  const ui = visit.uiFor(person, now)
  return { show: { ui, view: feedView(ui, { id, feed }) }, status: 200 }
})
