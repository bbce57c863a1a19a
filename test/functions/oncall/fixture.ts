import type { Override } from '../../../functions/oncall/override.ts'
import type { Layer, Schedule } from '../../../functions/oncall/schedule.ts'
import type { Weekday } from '../../../functions/runtime/wall-time.ts'

export const person = (id: string) => ({ id, name: id })
export const workdays: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']
export const everyDay: Weekday[] = [...workdays, 'sat', 'sun']

export const layer = (people: string[], how: Partial<Layer> = {}): Layer => ({
  ...{ id: 'layer', name: 'Layer', people: people.map(person) },
  ...{ rotation: { every: 1, unit: 'weeks' }, startsOn: '2026-01-05', handoverAt: '09:00', restrictions: [] },
  ...how,
})

export const schedule = (zone: string, layers: Layer[]): Schedule => ({
  ...{ id: 'sch_test', name: 'Test', zone },
  layers: layers.map((one, index) => ({ ...one, id: `${one.id}_${index + 1}` })),
})

export const override = (id: string, from: string, to: string, how: Partial<Override> = {}): Override => ({
  ...{ id: `ovr_${id}`, scheduleId: 'sch_test', from, to, person: person(id), by: person('omar') },
  createdAt: '2026-01-01T00:00:00.000Z',
  ...how,
})

/** `ana 09:00–17:00` reads better than an object in a table of expectations. */
export const told = (shifts: readonly { from: string; to: string; person: { id: string } }[]): string[] =>
  shifts.map(({ from, to, person: { id } }) => `${id} ${short(from)} ${short(to)}`)

const short = (instant: string) => instant.slice(5, 16)
