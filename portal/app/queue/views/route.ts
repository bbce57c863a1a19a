import { toFormPage } from '../../../lib/form-address.ts'
import { formPost } from '../../../lib/form-post.tsx'
import { queueQuery, rememberedQuery } from '../../../lib/queue-query.ts'

export const GET = toFormPage

/** Keeps the list on the page under a name, or lets one go. */
export const POST = formPost(async ({ api }, { form }) => {
  const asked = queueQuery(Object.fromEntries(new URLSearchParams(form.text('query'))))
  const query = rememberedQuery(asked)
  const { body } = await api.savedViews()
  const remove = form.optional('remove')
  if (remove) {
    await api.saveViews(body.items.filter(({ id }) => id !== remove))
    return { goTo: `/queue?${query}`, flash: { key: 'viewRemoved' } }
  }
  const name = form.text('name').slice(0, 60)
  if (!name) return { goTo: `/queue?${query}` }
  const others = body.items.filter((view) => view.query !== query)
  await api.saveViews([...others, { id: crypto.randomUUID(), name, query }])
  return { goTo: `/queue?${query}`, flash: { key: 'viewSaved' } }
})
