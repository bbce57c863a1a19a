import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { takeAlerts } from '../../../functions/alerts/take-alerts.ts'
import { wakeGroup } from '../../../functions/alerts/wake-group.ts'
import { type Meter, meter } from '../../support/meter.ts'
import { type AlertDesk, openAlertDesk } from './desk.ts'
import { at, fires } from './fixture.ts'

const [alerts, groups] = [400, 40]
const storm = Array.from({ length: alerts }, (_, index) =>
  fires(`Alert${index % groups}`, 0, { labels: { host: `h${index}` }, summary: 'It is too slow.' }),
)
const batches = Array.from({ length: alerts / 100 }, (_, index) =>
  storm.slice(index * 100, index * 100 + 100),
)
let desk: AlertDesk
let counter: Meter

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(at(0))
  desk = await openAlertDesk({})
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const aside = new DynamoDBClient({ endpoint: inject('tableEndpoint'), region: 'eu-central-1', credentials })
  counter = await meter(desk.client, aside, desk.name)
})
afterAll(() => vi.useRealTimers())

const take = (seconds: number, all: typeof storm) =>
  counter.count(() => takeAlerts(all, () => at(seconds), desk.services))
const written = (calls: Awaited<ReturnType<typeof take>>['calls']) =>
  calls.reduce((sum, { writeUnits }) => sum + writeUnits, 0)

test('a storm of forty groups makes forty incidents, whatever its size', async () => {
  for (const batch of batches) await take(1, batch)
  const keys = new Set(storm.map((one) => desk.treated(one).groupKey))
  expect(keys.size).toBe(groups)
  vi.setSystemTime(at(60))
  await Promise.all([...keys].map((key) => wakeGroup(`grp_${key}`, desk.services)))
  expect(await desk.openIncidents()).toHaveLength(groups)
  for (const key of keys)
    expect(await desk.services.alerts.readGroup(key)).toMatchObject({ state: 'open', firing: 10, total: 10 })
}, 120_000)

test('what repeats within five minutes is read in one round trip and writes nothing', async () => {
  for (const batch of batches) {
    const { calls, trips } = await take(120, batch)
    // Slices of 90 are read one after the other.
    expect(trips).toBe(2)
    expect(written(calls)).toBe(0)
  }
})

test('a batch of a hundred new alerts takes one read and one write for each slice of ninety', async () => {
  const fresh = Array.from({ length: 90 }, (_, host) => fires('Fresh', 200, { labels: { host: `n${host}` } }))
  const { calls, trips } = await take(200, fresh)
  expect(calls.filter(({ what }) => /Get|Query/.test(what)).length).toBeLessThanOrEqual(5)
  // One group takes its alerts in turn, so that its counts are those of what is stored.
  expect(trips).toBeLessThanOrEqual(1 + Math.ceil((90 * 3) / 90))
})

test('work for an alert is the same however many fire', async () => {
  const one = (name: string) => take(300, [fires(name, 300)])
  const first = await one('Late1')
  const second = await one('Late2')
  expect(second.calls.map(({ itemsRead }) => itemsRead)).toEqual(
    first.calls.map(({ itemsRead }) => itemsRead),
  )
  expect(first.trips).toBe(2)
})
