import { addDays, isDate, periodOf } from '../../../../lib/on-call/days.ts'
import { page } from '../../../../lib/page.tsx'
import { textIn } from '../../../../lib/set-up/context.ts'
import { knownPerson } from '../../../../lib/visit.ts'
import { isZone } from '../../../../lib/wall-clock.ts'
import { fairnessView } from '../../../../views/on-call-fairness-view.tsx'

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** The schedule's zone comes with the address, so that nobody has to ask for it first. */
export default page(async (visit, { params, query }) => {
  const { api } = visit
  const id = decodeURIComponent(params.id ?? '')
  const given = one(query.zone)
  const asked = one(query.date)
  const date = isDate(asked) ? asked : new Date().toISOString().slice(0, 10)
  const period = query.period === 'quarter' ? 'quarter' : 'month'
  const schedule = api.thing('schedules', id)
  const zone = given && isZone(given) ? given : textIn((await schedule).body, 'zone')
  const { first, ...span } = periodOf(period, date, zone)
  const [person, { body: named }, fairness] = await Promise.all([
    knownPerson(visit),
    schedule,
    api.fairness(id, span),
  ])
  const ui = visit.uiFor(person, fairness.now)
  const neighbours = {
    before: periodOf(period, addDays(first, -1), zone).first,
    after: periodOf(period, addDays(first, period === 'month' ? 31 : 92), zone).first,
  }
  const shown = { id, zone, period, first, ...neighbours, name: textIn(named, 'name') } as const
  return { ui, view: fairnessView(ui, { ...shown, items: fairness.body.items }) }
})
