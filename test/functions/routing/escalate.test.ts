import { describe, expect, test } from 'vitest'
import { type State, states } from '../../../functions/incidents/lifecycle.ts'
import { demandEscalation, escalate } from '../../../functions/routing/escalate.ts'
import { ana, incidentIn, now } from '../incidents/fixture.ts'
import { teams } from './fixture.ts'

const by = { by: ana, channel: 'portal', now, teams } as const
const words = { teamId: 'network', summary: 'Restarted twice, no change.' }
const refusedAt = (path: string) =>
  expect.objectContaining({ code: 'incomplete', extras: { errors: [expect.objectContaining({ path })] } })

describe('escalating', () => {
  test('moves it to the team: the words for those who work on it, the team for everyone', () => {
    const before = incidentIn('in_progress', { assignee: { id: 'ana', name: 'Ana' } })
    const { after, events } = escalate(before, words, by)
    expect(after).toMatchObject({ state: 'in_progress', teamId: 'network', updatedAt: now })
    expect(after.assignee).toBeUndefined()
    expect(events).toMatchObject([
      {
        type: 'escalation.level',
        visibility: 'internal',
        text: words.summary,
        by: { id: 'ana' },
        before: { teamId: 'team_service_desk', assignee: { id: 'ana' } },
        after: { teamId: 'network', level: 'L2' },
      },
      { type: 'incident.edited', visibility: 'public', after: { teamId: 'network' } },
    ])
    expect(JSON.stringify(events[1])).not.toContain('Restarted')
  })

  test('leaves an assignee who is of the team', () => {
    const { after } = escalate(incidentIn('in_progress', { assignee: { id: 'ben', name: 'Ben' } }), words, by)
    expect(after.assignee).toEqual({ id: 'ben', name: 'Ben' })
  })

  test.each(['new', 'in_progress', 'on_hold'] as const)(
    'leaves the state %s, and acknowledges nothing',
    (state) => {
      const { after } = escalate(incidentIn(state), words, by)
      expect([after.state, after.acknowledgedAt]).toEqual([state, undefined])
    },
  )

  test.each([
    ['without a summary', { ...words, summary: '' }, 'summary'],
    ['to a team that is not there', { ...words, teamId: 'nobody' }, 'teamId'],
    ['to the team that has it', { ...words, teamId: 'team_service_desk' }, 'teamId'],
  ])('%s is refused', (_, asked, path) => {
    expect(() => escalate(incidentIn('new'), asked, by)).toThrowError(refusedAt(path))
  })

  const over = states.filter((state: State) => ['resolved', 'closed', 'canceled'].includes(state))
  test.each(over)('is no use once it is %s', (state) => {
    expect(() => escalate(incidentIn(state), words, by)).toThrowError(
      expect.objectContaining({ code: 'illegal_move' }),
    )
  })
})

describe('experts on demand', () => {
  test('are asked and follow it, while it stays with the team and the person that have it', () => {
    const before = incidentIn('in_progress', {
      assignee: { id: 'ana', name: 'Ana' },
      watchers: [{ id: 'uma', name: 'Uma' }],
    })
    const { after, events } = escalate(before, { ...words, teamId: 'experts' }, by)
    expect(after).toMatchObject({ teamId: 'team_service_desk', assignee: { id: 'ana' } })
    expect(after.watchers?.map(({ id }) => id)).toEqual(['uma', 'ivo'])
    expect(events).toMatchObject([
      { type: 'escalation.level', visibility: 'internal', after: { onDemand: true, teamId: 'experts' } },
    ])
    expect(events).toHaveLength(1)
  })
})

describe('a new team by an edit', () => {
  test.each([
    ['further up', 'team_service_desk', 'network'],
    ['of experts on demand, sideways', 'database', 'experts'],
  ])('%s is refused', (_, teamId, to) => {
    expect(() => demandEscalation({ teamId }, to, teams)).toThrowError(refusedAt('teamId'))
  })

  test.each([
    ['back down', 'database', 'network'],
    ['sideways', 'team_service_desk', 'desk_south'],
    ['the same', 'network', 'network'],
    ['not said', 'network', undefined],
    ['from a team that is gone', 'dissolved', 'database'],
  ])('%s is a record like any other', (_, teamId, to) => {
    expect(() => demandEscalation({ teamId }, to, teams)).not.toThrow()
  })
})
