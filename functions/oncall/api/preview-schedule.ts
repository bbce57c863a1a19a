import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { RotaAnswer, SpanAnswer } from '../answers.ts'
import { peopleOf, readStaff } from '../known-people.ts'
import { problemsOfLayers } from '../problems.ts'
import { demandNone } from '../refusals.ts'
import { rotasOf } from '../rota.ts'
import { Schedule } from '../schedule.ts'
import { problemsOfSpan } from '../spans.ts'

export const previewSchedule = operation({
  method: 'POST',
  path: '/schedules/preview',
  summary: 'See who would be on call by a draft of a schedule; nothing is stored',
  action: 'schedule.read',
  body: z.extend(SpanAnswer, { schedule: z.extend(Schedule, { id: z._default(z.string(), 'draft') }) }),
  answers: { status: 200, description: 'The draft between the two instants', schema: RotaAnswer },
  async load(_params, services, { body }) {
    const [{ overrides }, staff] = await Promise.all([
      services.oncall.agreedFrom(body?.from ?? new Date().toISOString()),
      readStaff(body ? peopleOf(body.schedule) : [], services),
    ])
    return { agreed: { overrides, swaps: [] }, staff }
  },
  async perform({ subject: { agreed, staff }, body: { schedule, from, to }, now }) {
    demandNone([...problemsOfSpan({ from, to }), ...problemsOfLayers(schedule.layers, 'schedule.layers')])
    const known = new Set([...staff.map(({ id }) => id), ...agreed.overrides.map(({ person }) => person.id)])
    const [rota] = rotasOf([schedule], { from, to }, { agreed, staff: known, now })
    return ok(rota)
  },
})
