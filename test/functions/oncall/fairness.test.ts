import { describe, expect, test } from 'vitest'
import { sharesOf } from '../../../functions/oncall/fairness.ts'
import type { Override } from '../../../functions/oncall/override.ts'
import { shiftsBetween } from '../../../functions/oncall/shifts.ts'
import { everyDay, layer, override, person, schedule } from './fixture.ts'

const within = { from: '2026-01-05T09:00:00.000Z', to: '2026-01-19T09:00:00.000Z' }
const twoWeeks = schedule('UTC', [layer(['ana', 'ben'])])

const countsOf = (overrides: Override[], rota = twoWeeks) => {
  const { shifts } = shiftsBetween(rota, overrides, within.from, within.to)
  const shares = sharesOf(shifts, rota.zone, within)
  return Object.fromEntries(shares.map(({ person: { id }, hours, shifts: count }) => [id, [hours, count]]))
}

const midweek = ['2026-01-07T09:00:00.000Z', '2026-01-07T12:00:00.000Z'] as const

describe('the shifts of a person', () => {
  test('are counted from their beginning to their end', () => {
    expect(countsOf([])).toEqual({ ana: [168, 1], ben: [168, 1] })
  })

  test('are one where an override says of the middle what is so anyway', () => {
    expect(countsOf([override('same', ...midweek, { person: person('ana') })])).toEqual({
      ana: [168, 1],
      ben: [168, 1],
    })
  })

  test('are one where an override makes them longer', () => {
    const longer = override('long', '2026-01-12T09:00:00.000Z', '2026-01-12T21:00:00.000Z', {
      person: person('ana'),
    })
    expect(countsOf([longer])).toEqual({ ana: [180, 1], ben: [156, 1] })
  })

  test('are one where two layers follow each other with the same person', () => {
    const half = (from: string, to: string) =>
      layer(['ana'], { restrictions: [{ weekdays: everyDay, from, to }] })
    const split = schedule('UTC', [half('00:00', '12:00'), half('12:00', '24:00')])
    expect(countsOf([], split)).toEqual({ ana: [336, 1] })
  })

  test('are two for somebody whom another relieves in between and who then comes back', () => {
    expect(countsOf([override('ben', ...midweek, { person: person('ben') })])).toEqual({
      ana: [165, 2],
      ben: [171, 2],
    })
  })
})
