import { headers } from 'next/headers'
import { emptyDraft } from '../../components/field.tsx'
import { page } from '../../lib/page.tsx'
import { loadReport } from '../../views/report-data.ts'
import { reportView } from '../../views/report-view.tsx'

export default page(async (visit, { query }) => {
  const from = (await headers()).get('referer') ?? undefined
  const { ui, data } = await loadReport(visit, from)
  const serviceId = typeof query.service === 'string' ? query.service : undefined
  return { ui, view: reportView(ui, data, serviceId ? { ...emptyDraft, values: { serviceId } } : emptyDraft) }
})
