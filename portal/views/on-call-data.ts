import type { Named } from '../lib/contract.ts'
import { type Day, dayIn } from '../lib/on-call/calendar.ts'
import type { Duty, Feed, Shifts, Span } from '../lib/on-call/contract.ts'
import { datesShown, spanAround, today } from '../lib/on-call/days.ts'
import type { CalendarQuery } from '../lib/on-call/query.ts'
import { orNothing } from '../lib/or-nothing.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { namedIn, textIn } from '../lib/set-up/context.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

export type LayerShifts = Pick<Shifts, 'shifts' | 'gaps'> & { id: string; name: string }

export type CalendarData = {
  query: CalendarQuery
  id: string
  data: Shifts
  duty?: Duty
  people: Named[]
  feeds: Feed[]
  /** The date that the view is about, and the days that it shows. */
  date: string
  days: Day[]
  zone: string
  layers?: LayerShifts[]
}

/** Everything of one schedule's page, asked for at once. */
export async function loadCalendar(
  visit: Visit,
  id: string,
  query: CalendarQuery,
): Promise<{ ui: Ui; calendar: CalendarData }> {
  const { api } = visit
  const [person, shifts, duties, people, feeds, schedule] = await Promise.all([
    knownPerson(visit),
    api.shifts(id, spanAround(query.view, query.date, new Date())),
    orNothing(api.duties()),
    orNothing(api.things('people')),
    orNothing(api.feeds(id)),
    query.hasLayers ? api.thing('schedules', id) : undefined,
  ])
  const ui = visit.uiFor(person, shifts.now)
  const zone = query.zone === 'schedule' ? shifts.body.schedule.zone : ui.clock.zone
  const date = query.date ?? today(ui.clock.now, zone)
  const days = datesShown(query.view, date).map((one) => dayIn(one, zone))
  const span = { from: days[0]?.from ?? date, to: days.at(-1)?.to ?? date }
  return {
    ui,
    calendar: {
      ...{ query, id, date, days, zone },
      data: shifts.body,
      duty: duties?.body.items.find((one) => one.schedule.id === id),
      people: namedIn(people?.body.items ?? []),
      feeds: feeds?.body.items ?? [],
      layers: schedule && (await layersOf(visit, schedule.body, span)),
    },
  }
}

/** What each layer would do without the others. Only asked for by those who want to see it. */
function layersOf({ api }: Visit, schedule: Thing, span: Span): Promise<LayerShifts[]> {
  const layers = Array.isArray(schedule.layers) ? (schedule.layers as Thing[]) : []
  return Promise.all(
    layers.map(async (layer) => {
      const { body } = await api.previewShifts({ ...schedule, layers: [layer] }, span)
      return { id: textIn(layer, 'id'), name: textIn(layer, 'name'), ...body }
    }),
  )
}

const overviewDays = 28

/** Who is on call in all schedules, now and in the weeks to come. */
export async function loadOverview(visit: Visit): Promise<{ ui: Ui; duties: Duty[]; all: Shifts[] }> {
  const now = Date.now()
  const day = 86_400_000
  const [person, duties, all] = await Promise.all([
    knownPerson(visit),
    visit.api.duties(),
    visit.api.allShifts({
      from: new Date(now - day).toISOString(),
      to: new Date(now + overviewDays * day).toISOString(),
    }),
  ])
  return { ui: visit.uiFor(person, all.now), duties: duties.body.items, all: all.body.items }
}
