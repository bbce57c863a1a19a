import { operation } from '../../runtime/operation.ts'
import { removedMaintenance } from '../maintenance.ts'

export const removeMaintenance = operation({
  method: 'DELETE',
  path: '/maintenances/{id}',
  summary: 'Take back what is to come of a maintenance; one that has been stays among those that are over',
  action: 'maintenance.edit',
  answers: { status: 204, description: 'It does not come any more' },
  load: ({ id = '' }, { maintenances }) => maintenances.read(id),
  perform: async ({ subject, now }, { maintenances }) =>
    maintenances.save(removedMaintenance(subject, now), { now, answer: () => ({ status: 204 }) }),
})
