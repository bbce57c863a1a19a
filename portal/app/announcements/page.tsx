import { page } from '../../lib/page.tsx'
import { announcementsView } from '../../views/announcements-view.tsx'

export default page(async ({ me, api, uiFor }, { query }) => {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
  const [person, announcements] = await Promise.all([
    me(),
    api.announcements(new URLSearchParams(cursor ? { cursor } : {})),
  ])
  const ui = uiFor(person, announcements.now)
  return { ui, view: announcementsView(ui, announcements.body) }
})
