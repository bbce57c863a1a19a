import { shown } from '../lib/page.tsx'
import { openVisit } from '../lib/visit.ts'
import { MissingView } from '../views/trouble-view.tsx'

export default async function NotFound() {
  const visit = await openVisit()
  const [person, pressing] = await Promise.all([visit.me().catch(() => undefined), visit.pressing()])
  const ui = visit.uiFor(person, new Date())
  return shown({ ui, view: { title: ui.t('trouble.missingTitle'), body: <MissingView ui={ui} /> }, pressing })
}
