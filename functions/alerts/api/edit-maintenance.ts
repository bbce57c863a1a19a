import { ok, operation } from '../../runtime/operation.ts'
import { MaintenanceAnswer, maintenanceAnswer, tagOfMaintenance } from '../control-answers.ts'
import { alreadyOver, demandNone, unknownServices } from '../control-refusals.ts'
import { editedMaintenance, type Maintenance, MaintenancePatch, stateOfMaintenance } from '../maintenance.ts'

type Subject = { one: Maintenance; services: readonly { id: string }[] }

export const editMaintenance = operation({
  method: 'PATCH',
  path: '/maintenances/{id}',
  summary: 'Change what a maintenance is about or when it is; what it holds no more goes on its way',
  action: 'maintenance.edit',
  body: MaintenancePatch,
  answers: { status: 200, description: 'The maintenance as it is now', schema: MaintenanceAnswer },
  async load({ id = '' }, { maintenances, settings }): Promise<Subject | undefined> {
    const [one, { services }] = await Promise.all([maintenances.read(id), settings.current()])
    return one && { one, services }
  },
  etag: ({ one }: Subject) => tagOfMaintenance(one),
  current: ({ one }: Subject) => maintenanceAnswer(one, new Date().toISOString()),
  demandPossible: ({ one }: Subject) => {
    if (stateOfMaintenance(one, new Date().toISOString()) === 'ended') throw alreadyOver()
  },
  async perform({ subject: { one, services }, body, now }, { maintenances }) {
    demandNone(unknownServices(body.serviceIds ?? [], services))
    const change = editedMaintenance(one, body, now)
    return maintenances.save(change, {
      now,
      answer: () => ok(maintenanceAnswer(change.after, now), tagOfMaintenance(change.after)),
    })
  },
})
