import { page } from '../lib/page.tsx'
import { homeView } from '../views/home-view.tsx'

export default page(async ({ me, api, isSignedIn, uiFor }) => {
  const [person, announcements, mine] = await Promise.all([
    me(),
    api.announcements(new URLSearchParams({ active: 'true' })),
    isSignedIn ? api.incidents(new URLSearchParams()) : undefined,
  ])
  const ui = uiFor(person, announcements.now)
  return { ui, view: homeView(ui, { announcements: announcements.body.items, mine: mine?.body.items }) }
})
