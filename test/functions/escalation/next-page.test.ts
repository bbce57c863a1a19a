import { describe, expect, test } from 'vitest'
import { nextPage, silentUntil, viewPaging } from '../../../functions/escalation/next-page.ts'
import { type Escalation, escalationOf, withEscalation } from '../../../functions/escalation/slice.ts'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import { move } from '../../../functions/incidents/move.ts'
import { ana, incidentIn, worker } from '../incidents/fixture.ts'
import { at, paged, policyOf, settings, step, teamStep } from './fixture.ts'

const { followed, reported } = paged(
  policyOf([
    teamStep(5, 'l1'),
    step(10, [{ kind: 'schedule', id: 'sch', which: 'now' }]),
    step(60, [{ kind: 'manager' }], { unless: 'resolved' }),
  ]),
)
const acknowledged = (now: string) =>
  followed(acknowledge(reported(at('09:00')), { by: ana, channel: 'portal', now }, { paging: true }), now)

describe('an incident as those who work on it see it', () => {
  const seen = { now: at('09:40'), settings, seesInternal: true }

  test('asks for an acknowledgement again once the paging went on, and then names who has it now', () => {
    const first = acknowledged(at('09:02'))
    expect(viewPaging(first, seen)).not.toHaveProperty('mayAgain')
    const resumed = withEscalation(first, { ...escalationOf(first), status: 'running' } as Escalation, {
      step: at('09:42'),
    })
    expect(viewPaging(resumed, seen)).toMatchObject({ mayAgain: ['acknowledge'], pagingAgain: true })
    expect(viewPaging(resumed, { ...seen, seesInternal: false })).toEqual({})
    const by = { ...ana, id: 'ben', name: 'Ben' }
    const again = acknowledge(resumed, { by, channel: 'portal', now: at('09:41') }, { paging: true })
    expect(viewPaging(followed(again, at('09:41')), seen)).toMatchObject({
      lastAcknowledgement: { acknowledgedAt: at('09:41'), acknowledgedBy: { id: 'ben' } },
    })
  })
})

describe('the page that goes out next', () => {
  test('is the step that is due, by the names of whom it reaches', () => {
    expect(nextPage(reported(at('09:00')), settings)).toEqual({
      ...{ at: at('09:05'), step: 1, of: 3, round: 1, ifSilent: false },
      targets: [{ kind: 'team', id: 'l1', name: 'l1', level: 'L1' }],
    })
  })

  test('comes after half an hour of silence once somebody has it', () => {
    const incident = acknowledged(at('09:02'))
    expect(nextPage(incident, settings)).toMatchObject({ at: at('09:32'), step: 1, ifSilent: true })
    expect(silentUntil(incident)).toBe(at('09:32'))
    const touched = {
      ...incident,
      slices: { escalation: { ...Object(incident.slices.escalation), touchedAt: at('09:20') } },
    }
    expect(nextPage(touched, settings)).toMatchObject({ at: at('09:50'), ifSilent: true })
  })

  test('is what only a resolution stops where the silence would be over later, or never', () => {
    const incident = acknowledged(at('09:02'))
    const held = followed(move(incident, { to: 'on_hold', reason: 'awaiting_vendor' }, worker), at('09:03'))
    expect(nextPage(held, settings)).toMatchObject({
      ...{ at: at('10:15'), step: 3, ifSilent: false },
      targets: [{ kind: 'manager', name: 'l2', level: 'L2' }],
    })
    expect(silentUntil(held)).toBeUndefined()
  })

  test('is none where nothing is paged, or nothing any more', () => {
    expect(nextPage(incidentIn('new'), settings)).toBeUndefined()
    const done = move(
      reported(at('09:00')),
      { to: 'resolved', resolutionCode: 'fixed', notes: 'Done' },
      worker,
    )
    expect(nextPage(followed(done, at('09:01')), settings)).toBeUndefined()
  })
})
