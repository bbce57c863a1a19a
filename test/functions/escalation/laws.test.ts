import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StepSent } from '../../../functions/escalation/events.ts'
import type { Policy } from '../../../functions/escalation/policy.ts'
import { escalationOf } from '../../../functions/escalation/slice.ts'
import { deeds, played, policies, type Timeline } from './model.ts'

const minute = 60_000
const positionOf = ({ of, round, step }: { of: number; round: number; step: number }) =>
  (round - 1) * of + step - 1

/** Every step that was sent, where it stands in the timeline, and what was said of it. */
const stepsIn = (timeline: Timeline) =>
  timeline.flatMap((entry, place) => {
    if (entry.event.type !== 'escalation.step') return []
    return { ...StepSent.parse(entry.event.after), ...entry, place, at: Date.parse(entry.event.at) }
  })
const holds = (law: (run: ReturnType<typeof played>, policy: Policy) => void) =>
  fc.assert(
    fc.property(policies, deeds, (policy, doings) => law(played(policy, doings), policy)),
    { numRuns: 600 },
  )
const goesOn = (policy: Policy, { step }: { step: number }) => policy.steps[step - 1]?.unless === 'resolved'

describe('whatever people do, and in whatever order it is stored', () => {
  test('no step is sent before it is due, nor sooner after the one before than its delay', () =>
    holds(({ timeline, start }, policy) => {
      let since = Date.parse(start)
      for (const { event, wasAcknowledged } of timeline) {
        if (
          wasAcknowledged ||
          (event.type === 'escalation.skipped' && event.after?.cause === 'nobody_on_call')
        )
          return
        if (event.type !== 'escalation.step') continue
        const { step, dueAt = '', catchUp } = StepSent.parse(event.after)
        expect(Date.parse(event.at)).toBeGreaterThanOrEqual(Date.parse(dueAt))
        const delay = (policy.steps[step - 1]?.delayMinutes ?? 0) * minute
        if (!catchUp) expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(since + delay)
        since = Date.parse(dueAt)
      }
    }))

  test('nothing is sent after an acknowledgement but what goes on, until half an hour of silence', () =>
    holds(({ timeline }, policy) => {
      for (const step of stepsIn(timeline)) {
        const earlier = timeline.slice(0, step.place)
        if (!step.wasAcknowledged) continue
        expect(step.why).not.toBe('not_acknowledged')
        if (goesOn(policy, step)) continue
        const touched = earlier.findLast(({ event }) => event.by.as === 'worker')
        expect(step.at - Date.parse(touched?.event.at ?? '')).toBeGreaterThanOrEqual(30 * minute)
      }
    }))

  test('nothing is sent for what is not open', () =>
    holds(({ timeline }) => {
      for (const { event, state } of timeline)
        if (event.type.startsWith('escalation.')) expect(['new', 'in_progress', 'on_hold']).toContain(state)
    }))

  test('every step is sent once at most in one run, and those that an acknowledgement stops in their order', () =>
    holds(({ timeline }, policy) => {
      for (const sent of Object.values(Object.groupBy(stepsIn(timeline), ({ run = 1 }) => run))) {
        const positions = sent?.map(positionOf) ?? []
        expect(new Set(positions).size).toBe(positions.length)
        expect(positions.length).toBeLessThanOrEqual(policy.steps.length * (policy.repeats + 1))
        const stoppable = sent?.filter((step) => !goesOn(policy, step)).map(positionOf) ?? []
        expect(stoppable).toEqual([...stoppable].sort((a, b) => a - b))
      }
    }))

  test('the paging begins anew only when everybody was paged', () =>
    holds(({ timeline }) => {
      const runs = stepsIn(timeline).map(({ run = 1 }) => run)
      expect(runs).toEqual([...runs].sort((a, b) => a - b))
      const reopened = timeline.filter(({ event }) => event.type === 'incident.reopened').length
      expect(Math.max(1, ...runs)).toBeLessThanOrEqual(1 + reopened)
    }))

  test('a wake that comes again finds nothing to do', () =>
    fc.assert(
      fc.property(policies, deeds, (policy, doings) => {
        const wake = { kind: 'wake', waits: 0, isRaced: true } as const
        expect(played(policy, [...doings, wake]).woken()).toBeUndefined()
      }),
    ))

  test('an acknowledgement is never taken back', () =>
    holds(({ timeline, head }) => {
      const first = timeline.find(({ event }) => event.after?.acknowledgedAt)
      if (first) expect(head.acknowledgedAt).toBe(first.event.after?.acknowledgedAt)
      for (const { event } of timeline)
        if (event.type.startsWith('escalation.')) expect(event.after).not.toHaveProperty('acknowledgedAt')
    }))

  test('nobody is left at most once in one run, and only after everybody’s turn', () =>
    holds(({ timeline, head }) => {
      const ends = timeline.flatMap(({ event }) =>
        event.type === 'escalation.exhausted' ? [event.after?.run ?? 1] : [],
      )
      expect(new Set(ends).size).toBe(ends.length)
      const { next, steps, run = 1 } = escalationOf(head) ?? {}
      if (ends.includes(run)) expect(next).toBe(steps?.length)
    }))
})
