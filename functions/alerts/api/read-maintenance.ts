import { ok, operation } from '../../runtime/operation.ts'
import { MaintenanceAnswer, maintenanceAnswer, tagOfMaintenance } from '../control-answers.ts'

export const readMaintenance = operation({
  method: 'GET',
  path: '/maintenances/{id}',
  summary: 'Read a maintenance',
  action: 'alert.read',
  answers: { status: 200, description: 'The services, and when', schema: MaintenanceAnswer },
  load: ({ id = '' }, { maintenances }) => maintenances.read(id),
  perform: async ({ subject, now }) => ok(maintenanceAnswer(subject, now), tagOfMaintenance(subject)),
})
