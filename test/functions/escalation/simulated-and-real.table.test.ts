import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { operations as ofEscalation } from '../../../functions/escalation/api.ts'
import { StepSent } from '../../../functions/escalation/events.ts'
import { Policy } from '../../../functions/escalation/policy.ts'
import { reasonFor } from '../../../functions/escalation/reason.ts'
import type { Simulation } from '../../../functions/escalation/simulation.ts'
import { operations as ofIncidents } from '../../../functions/incidents/api.ts'
import { type Api, openApi, type Visitor } from '../../support/api.ts'
import { createTable } from '../../support/table.ts'
import { problem } from '../../support/table-api.ts'

let api: Api
let riley: Visitor
let ana: Visitor
let wake: (knock: unknown) => Promise<unknown>
const setClock = (instant: string) => vi.setSystemTime(new Date(instant))

beforeAll(async () => {
  const { name, client } = await createTable()
  client.destroy()
  Object.assign(process.env, {
    ...{ TABLE_NAME: name, AWS_REGION: 'eu-central-1' },
    ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_ENDPOINT_URL_DYNAMODB: inject('tableEndpoint'),
  })
  vi.useFakeTimers({ toFake: ['Date'] })
  setClock('2026-11-27T16:00:00.000Z')
  api = await openApi([...ofIncidents, ...ofEscalation], { name, endpoint: inject('tableEndpoint') })
  ;[riley, ana] = await Promise.all([
    api.as('riley', { expiresInSeconds: 1e7 }),
    api.as('ana', { expiresInSeconds: 1e7 }),
  ])
  const task = await import('../../../functions/clock/wake.task.ts')
  wake = (knock) => task.handler(knock as never, { getRemainingTimeInMillis: () => 10_000 } as never)
})
afterAll(async () => {
  vi.useRealTimers()
  await api.stop()
})

const byDay = { calendar: { id: 'cal_office', is: 'open' } }
const database = { kind: 'schedule', id: 'sch_database' }
const desk = { kind: 'team', id: 'team_service_desk' }

const policies: [string, string, Record<string, unknown>][] = [
  [
    'on a Friday afternoon, with hours, rounds, and a team that changes,',
    '2026-11-27T15:40:00.000Z',
    {
      steps: [
        { delayMinutes: 5, targets: [desk, { kind: 'person', id: 'ben' }] },
        { delayMinutes: 20, targets: [database], when: byDay },
        { delayMinutes: 10, targets: [{ kind: 'manager' }], unless: 'resolved' },
      ],
      repeats: 1,
    },
  ],
  [
    'on a Sunday night, with nobody next on call,',
    '2026-11-29T02:30:00.000Z',
    {
      steps: [
        { delayMinutes: 3, targets: [{ ...database, which: 'next' }] },
        { delayMinutes: 10, targets: [desk], when: byDay },
        { delayMinutes: 15, targets: [database] },
      ],
    },
  ],
]

/** What a line of either run comes to. */
type Line = [at: string, kind: string, step: number, round: number, cause: unknown, people: unknown]

const simulated = ({ items }: Simulation): Line[] =>
  items.map(({ at, kind, step, round, cause, people }) => [
    ...([at, kind, step, round, cause] as const),
    people.map(({ id, why }) => [id, why]),
  ])

function real(entries: readonly { type: string; at?: unknown; after?: unknown }[]): Line[] {
  return entries
    .filter(({ type }) => /^escalation\.(?:step|skipped|exhausted)$/.test(type))
    .map(({ type, at, after }): Line => {
      const kind = type.replace('escalation.', '')
      const said = Object(after) as { of: number; round: number; cause?: string }
      if (kind === 'exhausted') return [String(at), kind, said.of, said.round, undefined, []]
      const sent = StepSent.parse(after)
      const cause = kind === 'step' ? sent.why : said.cause
      return [
        ...([String(at), kind, sent.step, sent.round, cause] as const),
        sent.whom.map((one) => [one.id, reasonFor(one, sent)]),
      ]
    })
}

test.each(policies)('%s the simulated and the real run are the same', async (_, start, body) => {
  setClock(start)
  const policy = Policy.parse({ id: 'pol_major', name: 'Major', priorities: ['P1'], ...body })
  const { settings } = api.services
  const snapshot = await settings.snapshot()
  await settings.change(
    snapshot,
    { ...snapshot.settings, escalationPolicies: [policy] },
    { by: { kind: 'system' }, now: start },
  )
  const { body: incident } = await riley.post('/incidents', problem)
  const asked = { priority: 'P1', at: incident.createdAt, teamId: incident.teamId }
  const simulation = await ana.post('/escalation-policies/pol_major/simulate', asked)
  expect(simulation.status).toBe(200)

  for (;;) {
    const head = await api.services.incidents.readHead(incident.id)
    const due = head?.timers.escalation ?? head?.timers.resume
    if (!head || !due) break
    setClock(due)
    await wake({ subjectId: incident.id, generation: head.generation })
  }
  const { items } = (await ana.get(`/incidents/${incident.id}/timeline?limit=100`)).body
  const lines = real(items)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines).toEqual(simulated(simulation.body as unknown as Simulation))
})
