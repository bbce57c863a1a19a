import { describe, expect, test } from 'vitest'
import { axisLength, offAxis, onAxis, repeatOf, repeatWords } from '../../portal/lib/on-call/axis.ts'
import { blocksOn, dayIn, hoursOn, placeOf, repeatIn } from '../../portal/lib/on-call/calendar.ts'
import type { Shift } from '../../portal/lib/on-call/contract.ts'

const berlin = 'Europe/Berlin'
const person = { id: 'ana', name: 'Ana' }
const hours = (part: number, length = 24) => Math.round(part * length * 100) / 100

describe('a day', () => {
  test.each([
    ['2026-10-21', berlin, 24, undefined],
    ['2026-10-25', berlin, 25, { kind: 'repeated', from: 120, to: 180 }],
    ['2027-03-28', berlin, 23, { kind: 'skipped', from: 120, to: 180 }],
    ['2027-04-04', 'Australia/Sydney', 25, { kind: 'repeated', from: 120, to: 180 }],
    ['2027-04-04', 'Australia/Lord_Howe', 24.5, { kind: 'repeated', from: 90, to: 120 }],
    ['2026-03-08', 'America/Havana', 23, { kind: 'skipped', from: 0, to: 60 }],
    ['2026-11-01', 'America/New_York', 25, { kind: 'repeated', from: 60, to: 120 }],
  ])('has the hours that its zone gives it: %s in %s', (date, zone, length, change) => {
    const day = dayIn(date, zone)
    expect(day.hours).toBe(length)
    if (change) expect(day.change).toMatchObject(change)
    else expect(day.change).toBeUndefined()
  })
})

describe('the week of 25 October 2026 in Berlin', () => {
  const week = ['2026-10-24', '2026-10-25'].map((date) => dayIn(date, berlin))
  const [saturday, sunday] = week
  const repeat = repeatIn(week)
  if (!saturday || !sunday) throw new Error('There are two days.')
  const frame = { zone: berlin, repeat }

  test('has an axis of 25 hours with two o’clock twice', () => {
    expect(repeat).toEqual({ from: 120, to: 180 })
    expect(axisLength(repeat)).toBe(1500)
    expect(hoursOn(repeat).map(({ minutes }) => minutes / 60)).toEqual([0, 1, 2, 2, ...range(3, 24)])
  })

  test('puts both rounds of the hour one below the other', () => {
    const first = placeOf('2026-10-25T00:30:00.000Z', sunday, { ...frame, isEnd: false })
    const second = placeOf('2026-10-25T01:30:00.000Z', sunday, { ...frame, isEnd: false })
    expect([hours(first, 25), hours(second, 25)]).toEqual([2.5, 3.5])
  })

  test('draws eight hours from midnight as nine, where there are nine', () => {
    const shift = { from: '2026-10-24T22:00:00Z', to: '2026-10-25T07:00:00Z', person }
    const [block] = blocksOn(sunday, { shifts: [shift], gaps: [] }, frame)
    expect(hours(block?.height ?? 0, 25)).toBe(9)
  })

  test('lets a day without the second round pass over it', () => {
    const shifts = [
      { from: '2026-10-23T22:00:00Z', to: '2026-10-24T01:00:00Z', person },
      { from: '2026-10-24T01:00:00Z', to: '2026-10-24T06:00:00Z', person: { id: 'ben', name: 'Ben' } },
    ]
    const blocks = blocksOn(saturday, { shifts, gaps: [] }, frame)
    expect(blocks.map(({ top, height }) => [hours(top, 25), hours(height, 25)])).toEqual([
      [0, 3],
      [4, 5],
    ])
  })
})

describe('a day of 23 hours', () => {
  const day = dayIn('2027-03-28', berlin)
  const frame = { zone: berlin, repeat: undefined }

  test('draws what ends at the jump above it, and what begins there below', () => {
    const shifts = [
      { from: '2027-03-27T23:00:00Z', to: '2027-03-28T00:59:00Z', person },
      { from: '2027-03-28T01:00:00Z', to: '2027-03-28T04:00:00Z', person },
    ]
    const blocks = blocksOn(day, { shifts, gaps: [] }, frame)
    expect(blocks.map(({ top, height }) => [hours(top), hours(top + height)])).toEqual([
      [0, 1.98],
      [3, 6],
    ])
  })
})

describe('blocks', () => {
  test('are cut at midnight and know whether they begin and end on the day', () => {
    const shift = { from: '2026-10-20T20:00:00Z', to: '2026-10-22T04:00:00Z', person }
    const days = ['2026-10-20', '2026-10-21', '2026-10-22'].map((date) => dayIn(date, berlin))
    const blocks = days.flatMap((day) =>
      blocksOn(day, { shifts: [shift], gaps: [] }, { zone: berlin, repeat: undefined }),
    )
    expect(blocks.map(({ isStart, isEnd }) => [isStart, isEnd])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
    expect(blocks.map(({ top, height }) => [hours(top), hours(height)])).toEqual([
      [22, 2],
      [0, 24],
      [0, 6],
    ])
  })

  const day = dayIn('2026-10-21', berlin)
  const drawn = (shifts: Shift[]) =>
    blocksOn(day, { shifts, gaps: [] }, { zone: berlin, repeat: undefined }).map(({ top, height, shift }) => [
      ...[hours(top), hours(height)],
      shift?.person.id,
    ])
  const first = { from: '2026-10-21T06:00:00Z', to: '2026-10-21T08:00:00Z', person, layerId: 'day' }
  const second = { ...first, from: '2026-10-21T08:00:00.000Z', to: '2026-10-21T10:00:00Z' }
  const two = (other: string) => [
    [8, 2, 'ana'],
    [10, 2, other],
  ]

  test('of somebody who hands over to themselves are one', () => {
    const third = { ...second, from: second.to, to: '2026-10-21T11:00:00Z' }
    expect(drawn([first, second, third])).toEqual([[8, 5, 'ana']])
    expect(first.to).toBe('2026-10-21T08:00:00Z')
  })

  test.each([
    ['another person', { person: { id: 'ben', name: 'Ben' } }, 'ben'],
    ['another layer', { layerId: 'night' }, 'ana'],
    ['a stand-in', { overrideId: 'ovr_1', layerId: undefined }, 'ana'],
  ])('stay two where the next is of %s', (_what, other, id) => {
    expect(drawn([first, { ...second, ...other }])).toEqual(two(id))
  })

  test('stay two with a pause between them', () => {
    expect(drawn([first, { ...second, from: '2026-10-21T08:30:00Z' }])).toEqual([
      [8, 2, 'ana'],
      [10.5, 1.5, 'ana'],
    ])
  })

  test('know whether what they are one of goes on over midnight', () => {
    const night = { ...first, from: '2026-10-21T20:00:00Z', to: '2026-10-21T22:00:00Z' }
    const blocks = blocksOn(
      day,
      { shifts: [night, { ...night, from: night.to, to: '2026-10-22T02:00:00Z' }], gaps: [] },
      { zone: berlin, repeat: undefined },
    )
    expect(blocks.map(({ isStart, isEnd }) => [isStart, isEnd])).toEqual([[true, false]])
  })

  test('of gaps stand between those of shifts', () => {
    const blocks = blocksOn(
      day,
      {
        shifts: [{ from: '2026-10-21T07:00:00Z', to: '2026-10-21T15:00:00Z', person }],
        gaps: [
          { from: '2026-10-21T15:00:00Z', to: '2026-10-22T07:00:00Z' },
          { from: '2026-10-20T15:00:00Z', to: '2026-10-21T07:00:00Z' },
        ],
      },
      { zone: berlin, repeat: undefined },
    )
    expect(blocks.map(({ shift }) => shift?.person.id)).toEqual([undefined, 'ana', undefined])
  })
})

test('a place of the axis and a time of the wall lead to each other, outside the second round', () => {
  const repeat = { from: 120, to: 180 }
  for (const minutes of range(0, 48).map((half) => half * 30))
    expect(offAxis(onAxis(minutes, repeat, 'first'), repeat)).toBe(minutes)
  expect(offAxis(200, repeat)).toBe(180)
  expect(offAxis(500, undefined)).toBe(500)
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

describe('the hour that comes twice, on its way to the script', () => {
  test.each([
    ['2026-10-25', berlin, { from: 120, to: 180 }],
    ['2026-11-01', 'America/Havana', { from: 0, to: 60 }],
    ['2026-10-25', 'Atlantic/Azores', { from: 0, to: 60 }],
    ['2027-04-04', 'Australia/Lord_Howe', { from: 90, to: 120 }],
  ])('arrives as it was: %s in %s', (date, zone, hour) => {
    const repeat = repeatIn([dayIn(date, zone)])
    expect(repeat).toEqual(hour)
    expect(repeat && repeatOf(repeatWords(repeat))).toEqual(hour)
  })

  test.each([undefined, '', '0', 'NaN,60', '0,'])('is none for %j', (words) => {
    expect(repeatOf(words)).toBeUndefined()
  })
})
