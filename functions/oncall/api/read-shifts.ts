import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { RotaAnswer, ShareAnswer, SpanAnswer } from '../answers.ts'
import { sharesOf } from '../fairness.ts'
import { demandNone, tooMany } from '../refusals.ts'
import { rotasOf } from '../rota.ts'
import { shiftsBetween } from '../shifts.ts'
import { problemsOfSpan, type Span } from '../spans.ts'
import { readView, scheduleIn } from '../view.ts'

/** What one answer may carry. */
const mostShifts = 10_000

type Sent = { query?: Span }

async function loadSchedule({ id }: Record<string, string>, services: Services, { query }: Sent) {
  const view = await readView(query?.from ?? new Date().toISOString(), services)
  const schedule = scheduleIn(view.settings, id)
  return schedule && { ...view, schedule }
}

export const readShifts = operation({
  method: 'GET',
  path: '/schedules/{id}/shifts',
  summary: 'See who is on call when, and where nobody is or something does not fit; at most 93 days',
  action: 'schedule.read',
  query: SpanAnswer,
  answers: { status: 200, description: 'The schedule between the two instants', schema: RotaAnswer },
  load: loadSchedule,
  async perform({ subject: { settings, schedule, ...around }, query, now }) {
    demandNone(problemsOfSpan(query))
    const rotas = rotasOf(settings.schedules, query, { ...around, now })
    return ok(rotas.find((rota) => rota.schedule.id === schedule.id))
  },
})

export const readAllShifts = operation({
  method: 'GET',
  path: '/shifts',
  summary: 'See who is on call when in every schedule; at most 93 days',
  action: 'schedule.read',
  query: SpanAnswer,
  answers: {
    status: 200,
    description: 'Every schedule between the two instants, in their order',
    schema: z.object({ items: z.array(RotaAnswer) }),
  },
  load: (_params, services, { query }) => readView(query?.from ?? new Date().toISOString(), services),
  async perform({ subject: { settings, ...around }, query, now }) {
    demandNone(problemsOfSpan(query))
    const items = rotasOf(settings.schedules, query, { ...around, now })
    const count = items.reduce((sum, { shifts }) => sum + shifts.length, 0)
    if (count > mostShifts) throw tooMany()
    return ok({ items })
  },
})

export const readFairness = operation({
  method: 'GET',
  path: '/schedules/{id}/fairness',
  summary: 'See how many hours, nights and weekends each person is on call; at most 93 days',
  action: 'schedule.read',
  query: SpanAnswer,
  answers: {
    status: 200,
    description: 'People with their share, the greatest first',
    schema: z.object({ items: z.array(ShareAnswer) }),
  },
  async load({ id }: Record<string, string>, { settings, oncall }: Services, { query }: Sent) {
    const [{ schedules }, overrides] = await Promise.all([
      settings.current(),
      oncall.overridesFrom(query?.from ?? new Date().toISOString()),
    ])
    const schedule = scheduleIn({ schedules }, id)
    return schedule && { schedule, overrides }
  },
  async perform({ subject: { schedule, overrides }, query }) {
    demandNone(problemsOfSpan(query))
    const { shifts } = shiftsBetween(schedule, overrides, query.from, query.to)
    return ok({ items: sharesOf(shifts, schedule.zone, query) })
  },
})
