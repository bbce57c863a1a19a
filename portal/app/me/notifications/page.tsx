import { emptyDraft } from '../../../components/field.tsx'
import { testIn } from '../../../lib/my-test.ts'
import { page } from '../../../lib/page.tsx'
import { loadMyNotifications } from '../../../views/my-notifications-data.ts'
import { myNotificationsView } from '../../../views/my-notifications-view.tsx'

export default page(async (visit, { query }) => {
  const { ui, ...data } = await loadMyNotifications(visit)
  return { ui, view: myNotificationsView(ui, { ...data, draft: emptyDraft, test: testIn(query) }) }
})
