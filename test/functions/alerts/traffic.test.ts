import { describe, expect, test } from 'vitest'
import { stormAfter } from '../../../functions/alerts/storm.ts'
import { hourOf, summed, windowBefore, windowEnd, windowOf } from '../../../functions/alerts/traffic.ts'

const hour = (at: string, requests: number, refused = {}, leftOut = 0) => ({
  ...{ at, requests, accepted: requests * 2, truncated: 0, leftOut, refused, lastAt: at },
})

describe('the five minutes of the clock', () => {
  test.each([
    ['2026-11-28T08:00:00.000Z', 0, '2026-11-28T08:05:00.000Z'],
    ['2026-11-28T08:04:59.999Z', 0, '2026-11-28T08:05:00.000Z'],
    ['2026-11-28T08:59:59.999Z', 11, '2026-11-28T09:00:00.000Z'],
  ])('around %s are the %ith of the hour and end at %s', (at, window, end) => {
    expect([windowOf(at), windowEnd(at)]).toEqual([window, end])
  })

  test('before the hour are the last of the hour before', () => {
    const before = windowBefore('2026-11-28T09:00:10.000Z')
    expect([hourOf(before), windowOf(before)]).toEqual(['2026-11-28T08:00:00.000Z', 11])
  })
})

describe('the sum of traffic', () => {
  test('counts the last 24 hours, and knows of the last request also when it is older', () => {
    const now = '2026-11-28T08:30:00.000Z'
    const sum = summed(
      [
        hour('2026-11-28T08:00:00.000Z', 3, { malformed: 2 }),
        hour('2026-11-27T09:00:00.000Z', 4, { malformed: 1, too_large: 5 }),
        hour('2026-11-27T08:00:00.000Z', 100),
      ],
      now,
    )
    expect(sum).toEqual({
      requests: 15,
      accepted: 14,
      truncated: 0,
      refused: { malformed: 3, too_large: 5 },
      lastAt: '2026-11-28T08:00:00.000Z',
    })
    const partly = hour(hourOf(now), 2, { too_many_labels: 7, malformed: 1 }, 7)
    expect(summed([partly], now)).toMatchObject({ requests: 3, refused: { too_many_labels: 7 } })
    expect(summed([hour('2026-11-20T08:00:00.000Z', 1)], now)).toMatchObject({
      requests: 0,
      lastAt: '2026-11-20T08:00:00.000Z',
    })
    expect(summed([], now).lastAt).toBeUndefined()
  })
})

describe('a storm', () => {
  const storm = { sourceId: 'src_one', startedAt: '2026-11-28T08:00:00.000Z', generation: 1, requests: 310 }
  const now = '2026-11-28T08:05:10.000Z'

  test('goes on while five minutes have more than 300 requests', () => {
    expect(stormAfter(storm, 301, now)).toMatchObject({ requests: 310 })
    expect(stormAfter(storm, 500, now)).toMatchObject({ requests: 500 })
    expect(stormAfter(storm, 301, now).endedAt).toBeUndefined()
  })

  test('ends once five minutes had fewer', () => {
    expect(stormAfter(storm, 300, now).endedAt).toBe(now)
  })
})
