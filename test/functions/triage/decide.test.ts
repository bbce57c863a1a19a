import { describe, expect, test } from 'vitest'
import { headItem, incidentFrom } from '../../../functions/incidents/head-item.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { type State, states } from '../../../functions/incidents/lifecycle.ts'
import { defaultPriorityMatrix as matrix } from '../../../functions/incidents/priority.ts'
import { decide } from '../../../functions/triage/decide.ts'
import type { Kind } from '../../../functions/triage/kind.ts'
import { statusOf, triageOf } from '../../../functions/triage/slice.ts'
import type { Field, Suggestion } from '../../../functions/triage/suggest.ts'
import type { TriageSettings } from '../../../functions/triage/triage-settings.ts'
import { viewTriage } from '../../../functions/triage/view.ts'
import { ana, incidentIn, now } from '../incidents/fixture.ts'

const system = { kind: 'system' } as const
const field = (name: Kind, value: string, confidence = 0.9): Field => ({
  name,
  value,
  confidence,
  by: 'classifier',
  words: ['vpn', 'tunnel', 'gateway', 'timeout', 'client', 'drops'].map((word, n) => ({
    word,
    weight: 6 - n,
  })),
})
const suggestion: Suggestion = {
  fields: [
    field('categoryId', 'cat_network'),
    field('teamId', 'team_infrastructure'),
    field('impact', 'low'),
    field('urgency', 'low'),
  ],
}
/** As an alert reports: no person has said how bad it is. */
const reportedBySystem = {
  by: system,
  type: 'incident.reported',
  after: { impact: 'high', urgency: 'high' },
} as const
const byPerson = (after: Record<string, unknown>, type: `${string}.${string}` = 'incident.edited') =>
  ({ by: ana, type, after }) as const

function decided(
  incident: Incident = incidentIn('new'),
  entries: Parameters<typeof decide>[0]['entries'] = [reportedBySystem],
  triage: Pick<TriageSettings, 'mode' | 'autoConfidence'> = { mode: 'auto', autoConfidence: 0.8 },
  said = suggestion,
) {
  const texts = { description: 'Since nine.', fields: {} }
  return decide({ incident, texts, entries }, said, { triage, matrix, now })
}
const valuesOf = ({ categoryId, teamId, impact, urgency, priority }: Incident) => ({
  categoryId,
  teamId,
  impact,
  urgency,
  priority,
})
const before = valuesOf(incidentIn('new'))

describe('automatic triage', () => {
  test('applies what it is sure of, says so inside, and reckons the priority anew', () => {
    const { after, events } = decided()
    expect(valuesOf(after)).toEqual({
      categoryId: 'cat_network',
      teamId: 'team_infrastructure',
      impact: 'low',
      urgency: 'low',
      priority: 'P5',
    })
    expect(events.map(({ type, by, visibility }) => [type, by.kind, visibility])).toEqual([
      ['incident.edited', 'system', 'public'],
      ['triage.applied', 'system', 'internal'],
    ])
    expect(events[1]).toMatchObject({
      before: { teamId: 'team_service_desk', impact: 'high' },
      after: { categoryId: 'cat_network', words: ['vpn', 'tunnel', 'gateway', 'timeout', 'client'] },
    })
  })

  test.each<[string, Record<string, unknown>]>([
    ['a category', { categoryId: 'cat_other' }],
    ['a team', { teamId: 'team_database' }],
    ['an impact', { impact: 'medium' }],
    ['an urgency', { urgency: 'medium' }],
  ])('never overwrites %s that a person set', (_, set) => {
    const incident = incidentIn('new', set as Partial<Incident>)
    const { after } = decided(incident, [reportedBySystem, byPerson(set)])
    expect(after).toMatchObject(set)
  })

  test('leaves a value that a person put back to what it was', () => {
    const entries = [reportedBySystem, byPerson({ urgency: 'low' }), byPerson({ urgency: 'high' })]
    expect(decided(incidentIn('new'), entries).after.urgency).toBe('high')
  })

  test('leaves what the person who reported said', () => {
    const reported = byPerson(
      { impact: 'high', urgency: 'high', categoryId: 'cat_other' },
      'incident.reported',
    )
    const { after } = decided(incidentIn('new', { categoryId: 'cat_other' }), [reported])
    expect(valuesOf(after)).toEqual({ ...before, categoryId: 'cat_other', teamId: 'team_infrastructure' })
  })

  test.each<[string, Incident, Parameters<typeof decided>[1]]>([
    ['is taken', incidentIn('new', { assignee: { id: 'ana', name: 'Ana' } }), [reportedBySystem]],
    ['is worked on', incidentIn('in_progress'), [reportedBySystem]],
    [
      'was escalated by the level timer',
      incidentIn('new'),
      [reportedBySystem, { by: system, type: 'escalation.level', after: { teamId: 'team_x' } }],
    ],
  ])('moves no team once the incident %s', (_, incident, entries) => {
    expect(decided(incident, entries).after.teamId).toBe('team_service_desk')
  })

  test('leaves degrees alone where somebody overrode the priority', () => {
    const override = { at: now, by: { id: 'dana', name: 'Dana' } }
    const { after } = decided(incidentIn('new', { priorityOverride: override, priority: 'P2' }))
    expect(after).toMatchObject({
      impact: 'high',
      urgency: 'high',
      priority: 'P2',
      priorityOverride: override,
    })
  })

  test('recommends what it is less sure of', () => {
    const said = {
      fields: [field('categoryId', 'cat_network', 0.79), field('teamId', 'team_infrastructure', 0.8)],
    }
    const { after, events } = decided(incidentIn('new'), [reportedBySystem], undefined, said)
    expect(after.categoryId).toBeUndefined()
    expect(after.teamId).toBe('team_infrastructure')
    expect(triageOf(after)?.fields.map(({ applied }) => applied)).toEqual([undefined, true])
    expect(events.at(-1)?.after).toMatchObject({ suggested: { categoryId: 'cat_network' } })
  })
})

describe('the other modes', () => {
  test.each(['recommend', 'monitor'] as const)('%s changes nothing that people see', (mode) => {
    const { after, events } = decided(incidentIn('new'), [], { mode, autoConfidence: 0.5 })
    expect(valuesOf(after)).toEqual(before)
    expect(events.map(({ type, visibility }) => [type, visibility])).toEqual([
      ['triage.suggested', 'internal'],
    ])
    expect(triageOf(after)).toMatchObject({ mode, at: now })
  })

  test.each<[string, ReturnType<typeof decided>]>([
    ['off', decided(incidentIn('new'), [], { mode: 'off', autoConfidence: 0.5 })],
    ['nothing to suggest', decided(incidentIn('new'), [], undefined, { fields: [] })],
    ['a second time', decided(decided().after)],
    ...states
      .filter((state) => ['resolved', 'closed', 'canceled'].includes(state))
      .map((state: State): [string, ReturnType<typeof decided>] => [state, decided(incidentIn(state))]),
  ])('%s does nothing', (_, { events }) => {
    expect(events).toEqual([])
  })
})

describe('a remembered suggestion', () => {
  const settings = (mode: TriageSettings['mode']) => ({
    triage: { mode },
    priorityMatrix: matrix,
    services: [],
  })
  const { after: incident } = decided(undefined, undefined, { mode: 'recommend', autoConfidence: 0.8 })
  const shown = (mode: TriageSettings['mode'], seesInternal: boolean) =>
    viewTriage(incident, { now, settings: settings(mode), seesInternal })

  test('is shown to those who work on it, with its priority and what became of it', () => {
    expect(shown('recommend', true).triage).toMatchObject({
      categoryId: 'cat_network',
      teamId: 'team_infrastructure',
      priority: 'P5',
      confidence: 0.9,
      by: 'classifier',
      mode: 'recommend',
      status: 'recommended',
    })
  })

  test.each([
    ['recommend', false],
    ['monitor', true],
    ['off', true],
  ] as const)('is hidden in mode %s from a reader who sees internal: %s', (mode, seesInternal) => {
    expect(shown(mode, seesInternal)).toEqual({ triage: undefined })
  })

  test.each<[string, Incident, string]>([
    ['open as it was', incident, 'recommended'],
    ['given another category', { ...incident, categoryId: 'cat_other' }, 'rejected'],
    ['given this category', { ...incident, categoryId: 'cat_network' }, 'accepted'],
    ['resolved without a category', { ...incidentIn('resolved'), slices: incident.slices }, 'rejected'],
  ])('of an incident that is %s is what people made of it', (_, standing, status) => {
    const [category] = triageOf(incident)?.fields ?? []
    if (!category) throw new Error('There is no suggestion.')
    expect(statusOf(standing, category)).toBe(status)
  })

  test('leaves the head under 1 KB, also with long words', () => {
    const long = (name: Kind, value: string) => ({
      ...field(name, value, 0.912),
      words: Array.from({ length: 5 }, (_, n) => ({
        word: `${name}-wort-${n}`.padEnd(20, 'x'),
        weight: 1.23 + n,
      })),
    })
    const fields = suggestion.fields.map(({ name, value }) => long(name, value))
    const { after } = decided(undefined, undefined, undefined, { fields })
    const stored =
      JSON.stringify({ ...headItem(after), rest: '' }).length + (headItem(after).rest as Buffer).length
    expect(stored).toBeLessThan(1024)
    expect(incidentFrom(headItem(after))).toEqual(JSON.parse(JSON.stringify(after)))
  })
})
