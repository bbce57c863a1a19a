import { ongoing } from '../lib/ongoing.ts'
import { page } from '../lib/page.tsx'
import { homeView } from '../views/home-view.tsx'

/** As many as one page of a list holds. */
const looked = '100'

export default page(async ({ me, api, announcements: active, isSignedIn, uiFor }) => {
  const [person, announcements, mine] = await Promise.all([
    me(),
    active(),
    isSignedIn ? api.incidents(new URLSearchParams({ limit: looked })) : undefined,
  ])
  const ui = uiFor(person, announcements.now)
  return {
    ui,
    view: homeView(ui, { announcements: announcements.body.items, mine: mine && ongoing(mine.body) }),
  }
})
