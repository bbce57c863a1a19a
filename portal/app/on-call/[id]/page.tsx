import { calendarQuery } from '../../../lib/on-call/query.ts'
import { page } from '../../../lib/page.tsx'
import { calendarView } from '../../../views/on-call-calendar-view.tsx'
import { loadCalendar } from '../../../views/on-call-data.ts'

export default page(async (visit, { params: { id = '' }, query }) => {
  const { ui, calendar } = await loadCalendar(visit, decodeURIComponent(id), calendarQuery(query))
  return { ui, view: calendarView(ui, { calendar }) }
})
