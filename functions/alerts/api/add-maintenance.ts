import { ulid } from 'ulid'
import { created, operation } from '../../runtime/operation.ts'
import { MaintenanceAnswer, maintenanceAnswer, tagOfMaintenance } from '../control-answers.ts'
import { mostControls } from '../control-change.ts'
import { demandNone, tooManyHeld, unknownServices } from '../control-refusals.ts'
import { MaintenanceRequest, maintenance } from '../maintenance.ts'

export const addMaintenance = operation({
  method: 'POST',
  path: '/maintenances',
  summary:
    'Hold the alerts of services while they are worked on: once, from startsAt to endsAt, or recurring, at hours of some weekdays on the clock of a zone',
  action: 'maintenance.edit',
  body: MaintenanceRequest,
  creates: true,
  answers: { status: 201, description: 'The maintenance with its next window', schema: MaintenanceAnswer },
  async load(_params, { maintenances, settings }) {
    const [live, { services }] = await Promise.all([maintenances.readLive(), settings.current()])
    return { live, services }
  },
  async perform({ body, caller: { id, name }, subject: { live, services }, now, once }, { maintenances }) {
    if (live.length >= mostControls) throw tooManyHeld(mostControls)
    demandNone(unknownServices(body.serviceIds, services))
    const change = maintenance(body, { id: `mnt_${ulid(Date.parse(now))}`, owner: { id, name }, now })
    return maintenances.save(change, {
      ...{ now, once },
      answer: () => created(maintenanceAnswer(change.after, now), tagOfMaintenance(change.after)),
    })
  },
})
