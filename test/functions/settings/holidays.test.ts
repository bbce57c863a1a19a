import { describe, expect, test } from 'vitest'
import { importRange, withHolidays } from '../../../functions/settings/holidays.ts'

describe('holidays of a file', () => {
  test('are taken for this year and the two after it', () => {
    expect(importRange('2026-11-23T09:00:00.000Z')).toEqual({ from: '2026-01-01', to: '2028-12-31' })
  })

  test('join those that are there, which keep their names', () => {
    const [old, same] = [
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2026-12-25', name: 'Xmas' },
    ]
    const other = { date: '2026-05-01', name: 'May Day' }
    expect(withHolidays([old], [same, other])).toEqual([other, old])
    expect(withHolidays(withHolidays([old], [same, other]), [same, other])).toEqual([other, old])
  })
})
