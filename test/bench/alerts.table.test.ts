import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readAlertmanager } from '../../functions/alerts/adapters/alertmanager.ts'
import { decide } from '../../functions/alerts/decide.ts'
import type { World } from '../../functions/alerts/enter.ts'
import type { Occurrence } from '../../functions/alerts/occurrence.ts'
import { openRecent } from '../../functions/alerts/recent.ts'
import { takeAlerts } from '../../functions/alerts/take-alerts.ts'
import { sha256Hex } from '../../functions/runtime/hash.ts'
import { type AlertDesk, openAlertDesk } from '../functions/alerts/desk.ts'
import { at, setup } from '../functions/alerts/fixture.ts'
import { type Alertmanager, startAlertmanager } from '../support/alertmanager.ts'
import { type Meter, meter } from '../support/meter.ts'
import { note, scale } from './figures.ts'

const isFull = scale === 'full'
const [few, many] = isFull ? [1_000, 100_000] : [100, 500]
const sent = 10_000
const figures: Record<string, unknown> = { few, many, sent }

const labelsOf = (index: number) => ({
  alertname: `Alert${index % 100}`,
  host: `host-${index}.example`,
  job: 'node',
  cluster: 'eu-1',
  severity: 'warning',
})
const wireAlert = (index: number) => ({
  status: 'firing',
  labels: labelsOf(index),
  annotations: {
    summary: `Alert ${index % 100} on host ${index}`,
    description: 'It has been so for ten minutes.',
  },
  startsAt: '2026-03-02T08:00:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example/graph?g0.expr=up',
  fingerprint: sha256Hex(String(index)).slice(0, 16),
})
const payloads = (count: number, size: number, from = 0): string[] =>
  Array.from({ length: count / size }, (_, place) =>
    JSON.stringify({
      ...{ version: '4', status: 'firing', receiver: 'evenkeel', externalURL: 'http://alertmanager.example' },
      ...{ groupKey: '{}:{}', groupLabels: {}, commonLabels: {}, commonAnnotations: {} },
      alerts: Array.from({ length: size }, (_, index) => wireAlert(from + place * size + index)),
    }),
  )
const source = setup().alertSources[0]
const read = (body: string, receivedAt: string): Occurrence[] => {
  if (!source) throw new Error('There is no source.')
  return readAlertmanager(JSON.parse(body), { source, receivedAt }).occurrences
}

/** Alerts for each second of processor time that this process spent. */
async function perCpuSecond(count: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.round(count / ((user + system) / 1e6))
}

const emptyWorld = (): World => ({
  ...{ alerts: new Map(), groups: new Map(), firing: new Map(), silences: [], maintenances: [] },
})

describe('work for an alert', () => {
  let desk: AlertDesk
  let counter: Meter

  beforeAll(async () => {
    desk = await openAlertDesk({})
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    const aside = new DynamoDBClient({
      endpoint: inject('tableEndpoint'),
      region: 'eu-central-1',
      credentials,
    })
    counter = await meter(desk.client, aside, desk.name)
  })

  /** Lets so many fire, from one number on. */
  async function fill(from: number, to: number): Promise<void> {
    for (let first = from; first < to; first += 1_000) {
      const bodies = payloads(Math.min(1_000, to - first), 100, first)
      await takeAlerts(
        bodies.flatMap((body) => read(body, at(0))),
        () => at(0),
        desk.services,
      )
    }
  }
  async function unitsOf(occurrences: readonly Occurrence[], second: number) {
    const { calls, trips } = await counter.count(() =>
      takeAlerts(occurrences, () => at(second), desk.services),
    )
    const sum = (of: 'itemsRead' | 'readUnits' | 'writeUnits') =>
      calls.reduce((all, call) => all + call[of], 0)
    return { trips, items: sum('itemsRead'), readUnits: sum('readUnits'), writeUnits: sum('writeUnits') }
  }
  const probe = async (name: string, second: number) => {
    const one = { ...wireAlert(0), labels: { ...labelsOf(0), alertname: name }, fingerprint: sha256Hex(name) }
    const occurrences = read(JSON.stringify({ version: '4', alerts: [one] }), at(second))
    return { fresh: await unitsOf(occurrences, second), repeated: await unitsOf(occurrences, second + 10) }
  }

  test(`is the same among ${few} and among ${many} that fire`, async () => {
    await fill(0, few)
    const among = { few: await probe('ProbeA', 60) }
    await fill(few, many)
    const growth = { ...among, many: await probe('ProbeB', 60) }
    figures.growth = growth
    expect(growth.many).toEqual(growth.few)
    expect(growth.many.fresh.trips).toBeLessThanOrEqual(2)
    expect(growth.many.repeated).toMatchObject({ trips: 1, writeUnits: 0 })
  }, 1_800_000)
})

describe.runIf(isFull)('alerts for each second of processor time', () => {
  let alertmanager: Alertmanager

  beforeAll(async () => {
    alertmanager = await startAlertmanager('route:\n  receiver: none\nreceivers:\n  - name: none\n')
  })
  afterAll(() => alertmanager?.stop())

  /** User and system time of another process, in seconds: the clock of the kernel ticks a hundred times a second. */
  const cpuOf = (pid: number | undefined): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  }

  test.each([1, 100])(
    'beside Alertmanager, %i in a request',
    async (size) => {
      const bodies = payloads(sent, size, size * 1_000_000)
      const theirs = async () => {
        const { pid } = alertmanager.process
        const before = cpuOf(pid)
        for (const body of bodies) {
          const { alerts } = JSON.parse(body) as { alerts: ReturnType<typeof wireAlert>[] }
          await alertmanager.post(
            alerts.map(({ labels, annotations, startsAt }) => ({ labels, annotations, startsAt })),
          )
        }
        return Math.round(sent / (cpuOf(pid) - before))
      }
      const world = emptyWorld()
      const rules = setup()
      const occurrences = bodies.flatMap((body) => read(body, at(0)))
      const pipeline = () => {
        for (const one of occurrences) decide(one, { world, setup: rules, now: at(0) })
      }
      const desk = await openAlertDesk({})
      const recent = openRecent(50_000)
      // What one worker gets at once: up to fifty messages.
      const batch = size === 1 ? 50 : 10
      const whole = async () => {
        for (let first = 0; first < bodies.length; first += batch) {
          const taken = bodies.slice(first, first + batch).flatMap((body) => read(body, at(0)))
          await takeAlerts(JSON.parse(JSON.stringify(taken)), () => at(0), desk.services, recent)
        }
      }
      figures[`batch${size}`] = {
        alertmanager: await theirs(),
        pipeline: await perCpuSecond(sent, pipeline),
        pipelineRepeated: await perCpuSecond(sent, pipeline),
        whole: await perCpuSecond(sent, whole),
        wholeRepeated: await perCpuSecond(sent, whole),
      }
      console.log(size, figures[`batch${size}`])
    },
    600_000,
  )
})

afterAll(() => note('alerts', figures))
