import { ok, operation } from '../../runtime/operation.ts'
import { MaintenanceAnswer, maintenanceAnswer, tagOfMaintenance } from '../control-answers.ts'
import { endedMaintenance } from '../maintenance.ts'

export const endMaintenance = operation({
  method: 'POST',
  path: '/maintenances/{id}/end',
  summary: 'End the window that runs now; what still fires goes on its way. One that recurs comes again',
  action: 'maintenance.edit',
  answers: { status: 200, description: 'The maintenance as it is now', schema: MaintenanceAnswer },
  load: ({ id = '' }, { maintenances }) => maintenances.read(id),
  async perform({ subject, now }, { maintenances }) {
    const change = endedMaintenance(subject, now)
    return maintenances.save(change, {
      now,
      answer: () => ok(maintenanceAnswer(change.after, now), tagOfMaintenance(change.after)),
    })
  },
})
