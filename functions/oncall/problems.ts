import { type Problem, problem } from '../catalog/problem.ts'
import type { Layer, Schedule } from './schedule.ts'

/** What a schedule cannot mean. Paths are those of the settings as a whole, `schedules.0.layers.1.endsOn`. */
export const problemsOfSchedules = (schedules: readonly Schedule[]): Problem[] =>
  schedules.flatMap(({ layers }, index) => problemsOfLayers(layers, `schedules.${index}.layers`))

/** @param path of the layers: `layers` for a draft. */
export const problemsOfLayers = (layers: readonly Layer[], path: string): Problem[] =>
  layers.flatMap((layer, index) => [
    ...(layers.findIndex(({ id }) => id === layer.id) === index ? [] : [there(`${path}.${index}.id`)]),
    ...problemsOfLayer(layer, `${path}.${index}`),
  ])

/** Zones are known for some decades; a later date is a slip of the finger. */
const lastStart = '2199-12-31'

function problemsOfLayer({ startsOn, endsOn, restrictions }: Layer, path: string): Problem[] {
  return [
    ...(startsOn > lastStart ? [beginsTooLate(`${path}.startsOn`)] : []),
    ...(endsOn !== undefined && endsOn <= startsOn ? [endsTooSoon(`${path}.endsOn`)] : []),
    ...restrictions.flatMap(({ weekdays }, index) =>
      new Set(weekdays).size === weekdays.length ? [] : [twice(`${path}.restrictions.${index}.weekdays`)],
    ),
  ]
}

const there = (path: string) => problem(path, 'This is in the list already.', 'Das steht schon in der Liste.')
const twice = (path: string) =>
  problem(path, 'Name each weekday once.', 'Nennen Sie jeden Wochentag nur einmal.')
const endsTooSoon = (path: string) =>
  problem(
    path,
    'The last day comes after the first. Leave it empty for a layer that does not end.',
    'Der letzte Tag kommt nach dem ersten. Lassen Sie ihn leer, wenn die Ebene nicht endet.',
  )
const beginsTooLate = (path: string) =>
  problem(path, 'Choose a first day before the year 2200.', 'Wählen Sie einen ersten Tag vor dem Jahr 2200.')
