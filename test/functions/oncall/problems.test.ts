import { expect, test } from 'vitest'
import { problemsOfSchedules } from '../../../functions/oncall/problems.ts'
import { layer, schedule } from './fixture.ts'

const pathsOf = (layers: ReturnType<typeof layer>[]) =>
  problemsOfSchedules([schedule('UTC', [layer(['ana'])]), { ...schedule('UTC', []), layers }]).map(
    ({ path }) => path,
  )

test.each([
  ['a layer that ends before it begins', [layer(['ana'], { endsOn: '2026-01-04' })], 'layers.0.endsOn'],
  ['a layer that ends on its first day', [layer(['ana'], { endsOn: '2026-01-05' })], 'layers.0.endsOn'],
  ['two layers with one id', [layer(['ana']), layer(['ben'])], 'layers.1.id'],
  ['a start in a far century', [layer(['ana'], { startsOn: '2260-01-01' })], 'layers.0.startsOn'],
  [
    'a weekday that is named twice',
    [layer(['ana'], { restrictions: [{ weekdays: ['mon', 'mon'], from: '09:00', to: '17:00' }] })],
    'layers.0.restrictions.0.weekdays',
  ],
])('%s is a problem, told at its place', (_, layers, path) => {
  expect(pathsOf(layers)).toEqual([`schedules.1.${path}`])
})

test('a schedule that makes sense has none, nor has one person on the list twice', () => {
  expect(pathsOf([layer(['ana', 'ben', 'ana'], { endsOn: '2026-01-06' })])).toEqual([])
})
