import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'
import type { ReportData } from './report-view.tsx'

export async function loadReport(visit: Visit, from?: string): Promise<{ ui: Ui; data: ReportData }> {
  const { api } = visit
  const [person, announcements, services, categories, known] = await Promise.all([
    knownPerson(visit),
    visit.announcements(),
    api.services(),
    api.categories(),
    api.knownProblems(),
  ])
  return {
    ui: visit.uiFor(person, services.now),
    data: {
      announcements: announcements.body.items,
      services: services.body.items,
      categories: categories.body.items.filter(({ retired }) => !retired),
      from,
      known: known.body.items,
      key: crypto.randomUUID(),
    },
  }
}
