import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import { tellTeam } from '../../../functions/notifications/tell-team.ts'
import { Team } from '../../../functions/people/team.ts'
import { incidentIn, now } from '../incidents/fixture.ts'
import { eventOf, memoryPost, settings } from './fixture.ts'

const summary = 'Restarted twice, no change.'
const members = ['ana', 'ben', 'chen'].map((id) => ({ id, name: id }))
const team = (more: Partial<Team> = {}) =>
  z.parse(Team, { id: 'network', name: 'L2 Network', level: 'L2', members, ...more })
const handed = eventOf('escalation.level', {
  sk: 'I#000004',
  visibility: 'internal',
  text: summary,
  after: { teamId: 'network', level: 'L2' },
})
const byTimer = { ...handed, by: { kind: 'system' as const }, text: undefined }

function office(incident: Incident, one = team()) {
  const { post, ...rest } = memoryPost(incident)
  const services = { ...post.services, settings: { current: async () => ({ ...settings, teams: [one] }) } }
  return { post: { ...post, services } as unknown as Post, ...rest }
}

describe('telling a team', () => {
  test('mails the summary to each member but the one who escalated, once', async () => {
    const { post, sent } = office(incidentIn('in_progress', { teamId: 'network' }))
    await tellTeam(handed, now, post)
    await tellTeam(handed, now, post)
    expect(sent.map(({ to }) => to.name)).toEqual(['ben', 'chen'])
    expect(sent[0]).toMatchObject({
      subject: '[INC-000123] P1, handed to your team: Mail does not arrive',
      parts: { quote: { text: summary }, button: { url: 'https://portal.example.com/incidents/INC-000123' } },
    })
  })

  test('spares a member who has muted the incident, and the record says so', async () => {
    const { post, sent, claims, muted } = office(incidentIn('in_progress', { teamId: 'network' }))
    muted.push('ben')
    await tellTeam(handed, now, post)
    expect(sent.map(({ to }) => to.name)).toEqual(['chen'])
    expect([...claims.values()]).toContainEqual(
      expect.objectContaining({ status: 'suppressed', note: 'muted' }),
    )
  })

  test('leaves to the queue what the level timer moves', async () => {
    const { post, sent, claims } = office(incidentIn('new', { teamId: 'network' }))
    await tellTeam(byTimer, now, post)
    expect([sent, claims.size]).toEqual([[], 0])
  })

  test('asks experts on demand, also for the level timer, while the incident is elsewhere', async () => {
    const { post, sent } = office(incidentIn('new'), team({ onDemand: true }))
    await tellTeam({ ...byTimer, after: { teamId: 'network', onDemand: true } }, now, post)
    expect(sent.map(({ to }) => to.name)).toEqual(['ana', 'ben', 'chen'])
    expect(sent[0]?.subject).toBe('[INC-000123] P1, your advice is asked: Mail does not arrive')
    expect(sent[0]?.parts.quote).toBeUndefined()
  })

  test.each([
    ['is over', incidentIn('resolved', { teamId: 'network' }), 'resolved'],
    ['has moved on', incidentIn('in_progress', { teamId: 'database' }), 'moved_on'],
  ])('sends nothing when it %s by then', async (_, incident, note) => {
    const { post, sent, claims } = office(incident)
    await tellTeam(handed, now, post)
    expect(sent).toEqual([])
    expect([...claims.values()][0]).toMatchObject({ status: 'suppressed', note })
  })
})
