import { describe, expect, test } from 'vitest'
import { followIncident, viewCompleteness } from '../../../functions/catalog/follow.ts'
import { type Actor, type Change, system } from '../../../functions/incidents/change.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Priority } from '../../../functions/incidents/priority.ts'
import { ana, incidentIn, now } from '../incidents/fixture.ts'

const settings = {
  categories: [],
  completeness: { demandedPercent: 60, priorities: ['P1', 'P2'] satisfies Priority[] },
}
const event = (by: Actor) =>
  ({ type: 'incident.moved', at: now, by, channel: 'api', visibility: 'public' }) as const
const follow = (change: Omit<Change, 'events'>, by: Actor = ana) =>
  followIncident({ ...change, events: [event(by)] }, { now, settings })

const slices = { completeness: { percent: 50, missing: ['description', 'gone'] } }
const resolving = (more: Partial<Incident> = {}) => ({
  before: incidentIn('in_progress', { slices, ...more }),
  after: incidentIn('resolved', { slices, ...more }),
})

describe('the score of an incident', () => {
  test('is made whenever its words come with the change', () => {
    const after = incidentIn('new', { serviceId: 'svc_email' })
    const change = follow({ after, texts: { description: 'Short', fields: {} } })
    expect(change.after.slices.completeness).toEqual({ percent: 25, missing: ['description', 'category'] })
    expect(change.after.row?.completeness).toBe(25)
  })

  test('stays when nothing was written', () => {
    const after = incidentIn('on_hold', { slices })
    expect(follow({ before: incidentIn('new', { slices }), after }).after).toBe(after)
  })

  test('is told to staff with what is missing, as far as anybody still asks for it', () => {
    const incident = incidentIn('new', { slices })
    const view = viewCompleteness(incident, { now, settings, seesInternal: true })
    expect(view).toMatchObject({ completeness: { percent: 50, missing: [{ id: 'description' }] } })
    expect(viewCompleteness(incident, { now, settings, seesInternal: false })).toEqual({})
  })
})

describe('resolving with an incomplete record', () => {
  test('is refused where it is urgent, naming what is missing', () => {
    expect(() => follow(resolving())).toThrow(
      expect.objectContaining({
        code: 'incomplete',
        extras: {
          errors: [{ path: 'completeness', message: expect.objectContaining({ de: expect.any(String) }) }],
        },
      }),
    )
  })

  test.each([
    { what: 'less urgent', change: resolving({ priority: 'P3' }), by: ana },
    { what: 'resolved with its parent', change: resolving(), by: system },
    {
      what: 'complete enough',
      change: resolving({ slices: { completeness: { percent: 60, missing: [] } } }),
      by: ana,
    },
    { what: 'older than the score', change: resolving({ slices: {} }), by: ana },
    { what: 'resolved already', change: { before: resolving().after, after: resolving().after }, by: ana },
  ])('is fine when it is $what', ({ change, by }) => {
    expect(() => follow(change, by)).not.toThrow()
  })
})
