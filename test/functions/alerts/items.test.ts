import { expect, test } from 'vitest'
import { decide } from '../../../functions/alerts/decide.ts'
import type { World } from '../../../functions/alerts/enter.ts'
import {
  alertFrom,
  alertItem,
  groupFrom,
  groupItem,
  logItem,
  occurrenceFrom,
} from '../../../functions/alerts/items.ts'
import { at, ends, fires, setup } from './fixture.ts'

const world = (): World => ({
  ...{ alerts: new Map(), groups: new Map(), firing: new Map(), silences: [], maintenances: [] },
})
const decided = (...all: Parameters<typeof decide>[0][]) => {
  const around = world()
  const last = all.map((one) => decide(one, { world: around, setup: setup(), now: one.receivedAt })).at(-1)
  if (!last?.group) throw new Error('Nothing was decided.')
  return { alert: last.alert, group: last.group }
}
const more = { summary: 'No room', links: [{ text: 'Runbook', url: 'https://example.com' }], payload: '{}' }
const fired = decided(fires('Disk', 0, more))
const ended = decided(fires('Disk', 0, more), ends('Disk', 60, more))
/** What is not there is not stored. */
const defined = (value: object) => JSON.parse(JSON.stringify(value))

test.each([
  ['that fires', fired],
  ['that ended', ended],
])('an alert %s and its group come back from the table as they went in', (_which, { alert, group }) => {
  expect(defined(alertFrom(alertItem(alert, at(0))))).toEqual(defined(alert))
  expect(defined(groupFrom(groupItem(group)))).toEqual(defined(group))
})

test('what a source said comes back from the log without its payload', () => {
  const { payload, ...said } = fires('Disk', 0, more)
  expect(occurrenceFrom(logItem({ ...said, payload }, at(0)))).toEqual(said)
})

test('what ended is kept for 30 days, and what fires is not forgotten', () => {
  const daysKept = ({ expiresAtEpoch }: Record<string, unknown>) =>
    (Number(expiresAtEpoch) - Date.parse(at(60)) / 1000) / 86_400
  expect(daysKept(alertItem(ended.alert, at(60)))).toBe(30)
  expect(daysKept(alertItem(fired.alert, at(60)))).toBeGreaterThan(365)
})

test('an alert is a few hundred bytes: what no index asks is packed', () => {
  const { body, ...plain } = alertItem(fired.alert, at(0))
  expect(JSON.stringify(plain).length + (body as Uint8Array).byteLength).toBeLessThan(1500)
})
