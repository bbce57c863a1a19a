import { beforeAll, describe, expect, test } from 'vitest'
import { note } from '../bench/figures.ts'
import { eventually } from '../support/deadline.ts'
import { type Incident, later, pagesAbout, report, unique, urgent } from '../support/incidents.ts'
import { addresses, api, control } from '../support/product.ts'
import { accepted, atRest, isFull, MINUTE } from './desk.ts'

const groups = isFull ? 100 : 20
const perGroup = isFull ? 100 : 10
const total = groups * perGroup
const callers = 16
const name = unique('Storm').replaceAll(' ', '')
const figures: Record<string, number> = { alerts: total, groups }
let source: { id: string; key: string; url: string }

/** What Alertmanager sends of a group: some or all of its alerts in one request. */
const payload = (group: number, hosts: readonly number[]) => ({
  ...{ version: '4', status: 'firing', receiver: 'evenkeel', truncatedAlerts: 0 },
  groupKey: `{}:{alertname="${name}${group}"}`,
  groupLabels: { alertname: `${name}${group}` },
  ...{ commonLabels: {}, commonAnnotations: {}, externalURL: 'http://alertmanager.example' },
  alerts: hosts.map((host) => ({
    status: 'firing',
    labels: { alertname: `${name}${group}`, host: `h${host}`, severity: 'critical', service: 'svc_erp' },
    annotations: { summary: `${name}${group} is too slow` },
    startsAt: '2026-03-02T09:00:00Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example/graph',
    fingerprint: `${group.toString(16).padStart(8, '0')}${host.toString(16).padStart(8, '0')}`,
  })),
})

async function post(body: object): Promise<void> {
  const { status } = await fetch(source.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${source.key}` },
    body: JSON.stringify(body),
  })
  if (status !== 202) throw new Error(`The source answered ${status}.`)
}

/** Posts all of them, some at a time. @returns seconds */
async function postAll(bodies: readonly object[]): Promise<number> {
  const began = performance.now()
  const next = bodies.values()
  const caller = async () => {
    for (const body of next) await post(body)
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return (performance.now() - began) / 1000
}

const hosts = Array.from({ length: perGroup }, (_, host) => host)
const inBatches = Array.from({ length: groups }, (_, group) => payload(group, hosts))
const oneByOne = hosts.flatMap((host) => Array.from({ length: groups }, (_, group) => payload(group, [host])))

/** Every row of a list, page by page. */
async function all<Row>(path: string): Promise<Row[]> {
  const found: Row[] = []
  let cursor = ''
  do {
    const page = `${path}&limit=100${cursor && `&cursor=${cursor}`}`
    const { body } = await api('ana').get<{ items: Row[]; nextCursor?: string }>(page)
    found.push(...body.items)
    cursor = body.nextCursor ?? ''
  } while (cursor)
  return found
}

const alertsFiring = () => all<{ id: string }>(`/alerts?source=${source.id}`)
const incidentsOf = async () =>
  (await all<Incident>('/incidents?view=all&state=new')).filter(({ title }) => title.startsWith(name))

beforeAll(async () => {
  expect(new URL(addresses().portal).hostname).toBe('localhost')
  const made = await api('omar').post<typeof source>('/sources', {
    name: unique('Storm'),
    kind: 'alertmanager',
  })
  source = made.body
}, 60_000)

describe(`${total} alerts of ${groups} groups, in batches and again one by one`, () => {
  let other: Incident

  test('are all taken, and a page for something else is not delayed by them', async () => {
    other = await report(unique('Something else'), urgent)
    await atRest()
    figures.batchSeconds = await postAll(inBatches)
    await control.stop('worker')
    await control.setClock(later(other.createdAt, 5 * MINUTE))
    const began = postAll(oneByOne)
    await control.start('worker')
    const dueAt = performance.now()
    await eventually(async () => (await pagesAbout(other.id)).length > 0, {
      seconds: MINUTE,
      what: 'the page for something else',
    })
    figures.pageSeconds = (performance.now() - dueAt) / 1000
    figures.singleSeconds = await began
    await atRest()
    expect(await alertsFiring()).toHaveLength(total)
  }, 1_800_000)

  test('make one incident and one page for each group at most', async () => {
    await control.advance(MINUTE)
    await atRest()
    const incidents = await incidentsOf()
    expect(incidents).toHaveLength(groups)
    const before = await accepted()
    await control.advance(5 * MINUTE)
    await atRest()
    const pages = await Promise.all(incidents.slice(0, 10).map(({ id }) => pagesAbout(id)))
    expect(pages.map(({ length }) => length)).toEqual(pages.map(() => 1))
    figures.mailsAfter = (await accepted()) - before
  }, 1_800_000)

  test('are told of as one storm', async () => {
    const { body } = await api('omar').get<{ accepted: number; storm?: { startedAt: string } }>(
      `/sources/${source.id}/traffic`,
    )
    expect(body.accepted).toBe(2 * total)
    if (isFull) expect(body.storm?.startedAt).toBeDefined()
    const notices = (await control.mail({ limit: 500 })).filter(({ headers }) =>
      headers['x-evenkeel-send']?.includes('storm'),
    )
    const perPerson = Map.groupBy(notices, ({ to }) => to.join())
    for (const mails of perPerson.values()) expect(mails).toHaveLength(1)
    note('storm', figures)
  }, 60_000)
})
