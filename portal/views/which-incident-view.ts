import type { Draft } from '../components/field.tsx'
import { isStaff } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { affectedView, isAffected } from './affected-view.tsx'
import { deskView } from './desk-view.tsx'
import type { IncidentData } from './incident-data.ts'
import { incidentView } from './incident-view.tsx'

/** The page of an incident as its reader needs it. */
export function whichIncidentView(ui: Ui, data: IncidentData, draft: Draft): View {
  if (isAffected(data.incident)) return affectedView(ui, data.incident)
  return isStaff(ui.person) ? deskView(ui, { data, draft }) : incidentView(ui, data, draft)
}
