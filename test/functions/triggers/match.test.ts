import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { states } from '../../../functions/incidents/lifecycle.ts'
import { priorities } from '../../../functions/incidents/priority.ts'
import { involves } from '../../../functions/incidents/representation.ts'
import { triggerEvents } from '../../../functions/preferences/trigger.ts'
import { roles } from '../../../functions/runtime/roles.ts'
import { concernedBy, type Happened, mayKnow, setsOff } from '../../../functions/triggers/match.ts'
import { occasionsOf } from '../../../functions/triggers/occasion.ts'
import { placesFor, placesOf } from '../../../functions/triggers/places.ts'
import { ana, incidentIn, riley } from '../incidents/fixture.ts'

const around = {
  teams: [
    { id: 'team_a', members: [{ id: 'ana', name: 'Ana' }], leadIds: ['dana'] },
    { id: 'team_b', members: [{ id: 'ben', name: 'Ben' }], leadIds: [] },
  ],
  categories: [
    { id: 'cat_mail' },
    { id: 'cat_outlook', parentId: 'cat_mail' },
    { id: 'cat_rules', parentId: 'cat_outlook' },
    { id: 'cat_net' },
  ],
}

const happened = (event: Partial<Happened['event']> = {}, incident: Partial<Incident> = {}): Happened => ({
  event: { type: 'incident.reported', by: riley, visibility: 'public', ...event },
  incident: incidentIn('new', { teamId: 'team_a', ...incident }),
})

describe('what an event is an occasion for', () => {
  test.each([
    ['a report', { type: 'incident.reported' }, ['reported']],
    [
      'an acknowledgement',
      { type: 'incident.acknowledged', after: { acknowledgedAt: 'x' } },
      ['acknowledged'],
    ],
    [
      'taking it',
      { type: 'incident.taken', after: { assignee: { id: 'ana' }, state: 'in_progress' } },
      ['assigned', 'moved'],
    ],
    ['handing it to somebody', { type: 'incident.edited', after: { assignee: { id: 'ben' } } }, ['assigned']],
    ['taking the assignment back', { type: 'incident.edited', after: { assignee: null } }, []],
    ['a comment', { type: 'incident.commented', text: 'Hello' }, ['commented']],
    [
      'a question that holds it',
      { type: 'incident.moved', text: 'Which one?', after: { state: 'on_hold' } },
      ['moved', 'commented'],
    ],
    [
      'the solution with its notes',
      { type: 'incident.moved', text: 'Done', after: { state: 'resolved' } },
      ['moved', 'resolved'],
    ],
    ['reopening', { type: 'incident.reopened', after: { state: 'in_progress' } }, ['moved', 'reopened']],
    ['handing it up', { type: 'escalation.level', after: { teamId: 'team_b' } }, ['escalated']],
    ['a page, which has a lane of its own', { type: 'escalation.step', after: {} }, []],
    ['half of the time', { type: 'sla.warned', after: { percent: 50 } }, []],
    ['three quarters of the time', { type: 'sla.warned', after: { percent: 75 } }, ['sla_at_risk']],
    ['the end of the time', { type: 'sla.breached', after: { percent: 100 } }, ['sla_breached']],
    ['who watches it', { type: 'incident.watchers_changed', after: {} }, []],
  ] as const)('%s', (_, event, occasions) => {
    expect(occasionsOf(event as never).sort()).toEqual([...occasions].sort())
  })
})

describe('whose it is to know', () => {
  const internal = { type: 'escalation.level', visibility: 'internal', by: ana } as const
  const watched = { watchers: [{ id: 'noor', name: 'Noor' }] }
  test.each([
    ['an agent knows of every incident', 'ben', ['agent'], happened(), true],
    ['an auditor, too', 'aud', ['auditor'], happened(internal), true],
    ['nobody is told of what they did themselves', 'ana', ['agent'], happened({ by: ana }), false],
    ['whoever reported it knows what is public', 'riley', [], happened({ by: ana }), true],
    ['whoever reported it never knows what is internal', 'riley', [], happened(internal), false],
    ['a requester knows nothing of somebody else’s', 'sam', [], happened(), false],
    ['a requester who was asked to watch knows what is public', 'noor', [], happened({}, watched), true],
    ['and nothing internal', 'noor', [], happened(internal, watched), false],
    ['a requester in name only has no more', 'sam', ['requester'], happened(), false],
  ] as const)('%s', (_, id, held, what, expected) => {
    expect(mayKnow(what, { id, roles: [...held] })).toBe(expected)
  })
})

describe('what sets a trigger off', () => {
  const here: Partial<Incident> = {
    ...{ priority: 'P2', serviceId: 'svc_mail', categoryId: 'cat_rules' },
    assignee: { id: 'ben', name: 'Ben' },
    watchers: [{ id: 'noor', name: 'Noor' }],
  }
  test.each([
    ['nothing asked', {}, 'ben', true],
    ['its priority', { priorities: ['P1', 'P2'] }, 'ben', true],
    ['another priority', { priorities: ['P1'] }, 'ben', false],
    ['its service', { serviceIds: ['svc_mail'] }, 'ben', true],
    ['another service', { serviceIds: ['svc_vpn'] }, 'ben', false],
    ['its team', { teamIds: ['team_a'] }, 'ben', true],
    ['another team', { teamIds: ['team_b'] }, 'ben', false],
    ['its category', { categoryIds: ['cat_rules'] }, 'ben', true],
    ['a category two above it', { categoryIds: ['cat_mail'] }, 'ben', true],
    ['a category elsewhere', { categoryIds: ['cat_net'] }, 'ben', false],
    ['all of several', { priorities: ['P2'], teamIds: ['team_b'] }, 'ben', false],
    ['being its requester', { mine: 'requester' }, 'riley', true],
    ['being its requester, as another', { mine: 'requester' }, 'ben', false],
    ['having it', { mine: 'assignee' }, 'ben', true],
    ['having it, as another', { mine: 'assignee' }, 'ana', false],
    ['being of its team', { mine: 'team' }, 'ana', true],
    ['leading its team', { mine: 'team' }, 'dana', true],
    ['being of another team', { mine: 'team' }, 'ben', false],
    ['watching it', { mine: 'watching' }, 'noor', true],
    ['watching it, as another', { mine: 'watching' }, 'sam', false],
  ] as const)('%s', (_, where, personId, expected) => {
    expect(setsOff(happened({}, here), { on: ['reported'], where: where as never }, personId, around)).toBe(
      expected,
    )
  })

  test('an occasion that it does not name never does', () => {
    expect(setsOff(happened(), { on: ['resolved'], where: {} }, 'ben', around)).toBe(false)
  })
})

describe('laws', () => {
  const people = ['riley', 'sam', 'noor', 'ana', 'ben', 'dana', 'omar']
  const named = (id: string) => ({ id, name: id })
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  const someone = fc.constantFrom(...people)
  const category = fc.constantFrom('cat_mail', 'cat_outlook', 'cat_rules', 'cat_net', 'cat_gone')
  const service = fc.constantFrom('svc_mail', 'svc_vpn')
  const team = fc.constantFrom('team_a', 'team_b', 'team_gone')
  const incident = fc
    .record({
      state: fc.constantFrom(...states),
      requester: someone.map((id) => ({ ...named(id), locale: 'en' as const })),
      reportedBy: maybe(someone.map(named)),
      assignee: maybe(someone.map(named)),
      watchers: maybe(fc.uniqueArray(someone, { maxLength: 3 }).map((ids) => ids.map(named))),
      priority: fc.constantFrom(...priorities),
      ...{ teamId: team, serviceId: maybe(service), categoryId: maybe(category) },
    })
    .map(({ state, ...rest }) => incidentIn(state, rest as Partial<Incident>))
  const event = fc.record({
    type: fc.constantFrom(
      ...([
        'incident.reported',
        'incident.commented',
        'incident.reopened',
        'escalation.level',
        'sla.breached',
      ] as const),
    ),
    by: fc.oneof(
      someone.map((id) => ({ kind: 'person' as const, id })),
      fc.constant({ kind: 'system' as const }),
    ),
    visibility: fc.constantFrom('public' as const, 'internal' as const),
  })
  const some = <T>(of: fc.Arbitrary<T>, maxLength: number) =>
    maybe(fc.uniqueArray(of, { minLength: 1, maxLength }))
  const manyServices = fc.integer({ min: 0, max: 30 }).map((n) => (n < 4 ? 'svc_mail' : `svc_${n}`))
  const trigger = fc.record({
    on: fc.uniqueArray(fc.constantFrom(...triggerEvents), { minLength: 1, maxLength: 10 }),
    where: fc.record({
      priorities: some(fc.constantFrom(...priorities), 5),
      teamIds: some(team, 3),
      serviceIds: some(manyServices, 20),
      categoryIds: some(category, 5),
      mine: maybe(
        fc.constantFrom('requester' as const, 'assignee' as const, 'team' as const, 'watching' as const),
      ),
    }),
  })

  test('a requester is never told of an incident that they may not read, nor of what is internal', () => {
    fc.assert(
      fc.property(incident, event, someone, fc.subarray([...roles]), (incident, event, id, held) => {
        const isRequesterOnly = held.every((role) => role === 'requester')
        const knows = mayKnow({ event, incident }, { id, roles: held })
        if (event.by.kind === 'person' && event.by.id === id) return !knows
        if (!isRequesterOnly) return knows
        return knows === (involves(incident, id) && event.visibility === 'public')
      }),
      { numRuns: 3000 },
    )
  })

  test('whatever a trigger sets off is found: with its owner, or in a place where the event looks', () => {
    fc.assert(
      fc.property(incident, event, trigger, someone, (incident, event, trigger, personId) => {
        const places = placesOf(trigger, personId)
        expect(places.length).toBeLessThanOrEqual(40)
        if (!setsOff({ event, incident }, trigger, personId, around)) return
        if (trigger.where.mine) {
          expect(concernedBy(incident, around)).toContain(personId)
          expect(places).toEqual([])
        } else {
          const looked = placesFor(occasionsOf(event), incident, around)
          expect(places.some((place) => looked.includes(place))).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
