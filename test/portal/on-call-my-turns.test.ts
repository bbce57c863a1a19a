import { expect, test } from 'vitest'
import type { Shift } from '../../portal/lib/on-call/contract.ts'
import { turnsOf } from '../../portal/lib/on-call/my-turns.ts'

const now = new Date('2026-10-21T09:00:00Z')
const shift = (id: string, from: number, to: number): Shift => ({
  ...{ from: `2026-10-${from}T09:00:00Z`, to: `2026-10-${to}T09:00:00.000Z`, person: { id, name: id } },
})
const schedule = (name: string, ...shifts: Shift[]) => ({
  schedule: { id: name, name, zone: 'Europe/Berlin' },
  shifts,
})

test('somebody has a turn in each of their schedules: the one that runs, or the next, the earliest first', () => {
  const all = [
    schedule('later', shift('ana', 20, 21), shift('ben', 21, 24), shift('ana', 24, 25)),
    schedule('running', shift('ana', 19, 22), shift('ana', 22, 23)),
    schedule('running too', shift('ana', 20, 23)),
    schedule('of others', shift('ben', 20, 23)),
  ]
  expect(
    turnsOf(all, 'ana', now).map(({ schedule, shift }) => [schedule.name, shift.from.slice(8, 10)]),
  ).toEqual([
    ['running', '19'],
    ['running too', '20'],
    ['later', '24'],
  ])
  expect(turnsOf(all, 'chen', now)).toEqual([])
  expect(turnsOf(all, undefined, now)).toEqual([])
})
