import { page } from '../../lib/page.tsx'
import { loadContext } from '../../views/set-up-data.ts'
import { setUpView } from '../../views/set-up-view.tsx'

export default page(async (visit) => {
  const { ui } = await loadContext(visit)
  return { ui, view: setUpView(ui) }
})
