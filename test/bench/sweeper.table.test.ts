import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDue } from '../../functions/clock/due.ts'
import { operations } from '../../functions/incidents/api.ts'
import { headItem } from '../../functions/incidents/head-item.ts'
import { everyDueKey } from '../../functions/runtime/due-keys.ts'
import { after, minutes } from '../../functions/runtime/instant.ts'
import type { Api } from '../support/api.ts'
import { apiOverTable } from '../support/table-api.ts'
import { note, scale } from './figures.ts'
import { plantedIncident, plantItems } from './plant.ts'

const now = '2028-03-01T12:00:00.000Z'
const open = { few: 1_000, many: scale === 'full' ? 200_000 : 20_000 }
/** Overdue in one sweep, and entering the hour within the two minutes that a sweep arms. */
const due = { none: 0, some: 60, burst: 1_000 }
const entering = 80
/** The first look into a shard, which finds nothing when nothing is due. */
const look = 25 * everyDueKey.length

/** An open incident whose next deadline is this many minutes from now. */
const openIncident = (number: number, dueInMinutes: number) =>
  headItem({
    ...plantedIncident(7 * 6 * number),
    timers: { escalation: after(now, minutes(dueInMinutes)) },
  })

type Reading = { items: number; units: number; calls: number }
const readings: Record<string, Record<string, Reading>> = {}
let api: Api
let planted = 0

async function reading(): Promise<Reading> {
  const index = openDue(api.services.table)
  const { calls } = await api.count(() =>
    Promise.all([index.overdue(now), index.between(after(now, minutes(58)), after(now, minutes(60)))]),
  )
  const sum = (of: 'itemsRead' | 'readUnits') => calls.reduce((total, call) => total + call[of], 0)
  return { items: sum('itemsRead'), units: sum('readUnits'), calls: calls.length }
}

const plantOpen = async (until: number) => {
  await plantItems(api.client, api.table, {
    from: planted + 1,
    to: until,
    itemsOf: (number) => [openIncident(number, 24 * 60 + number)],
  })
  planted = until
}
const plantDue = (from: number, to: number) =>
  plantItems(api.client, api.table, {
    from: 500_000 + from + 1,
    to: 500_000 + to,
    itemsOf: (number) => [openIncident(number, -1)],
  })

beforeAll(async () => {
  api = await apiOverTable(operations)
  await plantItems(api.client, api.table, {
    from: 400_001,
    to: 400_000 + entering,
    itemsOf: (number) => [openIncident(number, 59)],
  })
  await plantOpen(open.few)
  const few = await reading()
  await plantOpen(open.many)
  readings.none = { few, many: await reading() }
  await plantDue(0, due.some)
  readings.some = { many: await reading() }
  await plantDue(due.some, due.burst)
  readings.burst = { many: await reading() }
}, 600_000)

afterAll(async () => {
  note('sweeper', { open, due, entering, readings })
  await api.stop()
})

describe(`a sweep among ${open.many} open incidents (${scale} scale)`, () => {
  test(`reads as much as among ${open.few}`, () => {
    expect(readings.none?.many).toEqual(readings.none?.few)
  })

  test('reads 25 of a shard when nothing is due, and what enters the hour', () => {
    expect(readings.none?.many?.items).toBe(look + entering)
  })

  test.each(['some', 'burst'] as const)('reads what is due and no more than a look beside it: %s', (name) => {
    const { items = 0 } = readings[name]?.many ?? {}
    expect(items).toBeGreaterThanOrEqual(due[name] + entering)
    expect(items).toBeLessThanOrEqual(due[name] + entering + look)
  })
})
