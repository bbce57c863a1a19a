import { describe, expect, test } from 'vitest'
import { followIncident, wakeClose, wakeCloseReminder } from '../../../functions/incidents/closing.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { move } from '../../../functions/incidents/move.ts'
import { incidentIn, now, requesterAt, workerAt } from './fixture.ts'

const settings = { closing: { autoCloseDays: 7, reminderDays: 3 } }
const moment = { now, settings }
const solved = { to: 'resolved', resolutionCode: 'fixed', notes: 'Restarted' } as const
const resolved = (closing = settings.closing): Incident =>
  followIncident(move(incidentIn('in_progress'), solved, workerAt('in_progress')), {
    now,
    settings: { closing },
  }).after

describe('closing', () => {
  test('is due seven days after the resolution, with a reminder on day three', () => {
    expect(resolved().timers).toEqual({
      close: '2026-11-30T09:00:00.000Z',
      close_reminder: '2026-11-26T09:00:00.000Z',
    })
  })

  test('is not put off by what is said later', () => {
    const chatted = followIncident(
      { before: resolved(), after: { ...resolved(), updatedAt: '2026-11-25T09:00:00.000Z' }, events: [] },
      { now: '2026-11-25T09:00:00.000Z', settings },
    )
    expect(chatted.after.timers.close).toBe('2026-11-30T09:00:00.000Z')
  })

  test('needs no reminder where it would come with the end', () => {
    expect(resolved({ autoCloseDays: 3, reminderDays: 3 }).timers).toEqual({
      close: '2026-11-26T09:00:00.000Z',
    })
  })

  test('is forgotten by a reopen and by a confirmation', () => {
    for (const to of ['in_progress', 'closed'] as const) {
      const { after } = followIncident(move(resolved(), { to }, requesterAt('resolved')), moment)
      expect(after.timers).toEqual({})
    }
  })

  test('happens by itself when it is due, not a moment before', () => {
    expect(wakeClose(resolved(), '2026-11-30T08:59:59.999Z')).toBeUndefined()
    const change = wakeClose(resolved(), '2026-11-30T09:00:00.000Z')
    expect(change?.after).toMatchObject({ state: 'closed', closedAt: '2026-11-30T09:00:00.000Z' })
    expect(change?.events[0]).toMatchObject({ reason: 'auto_close', by: { kind: 'system' } })
  })

  test('is announced once, and not when it is about to happen anyway', () => {
    const due = '2026-11-26T09:00:00.000Z'
    const change = wakeCloseReminder(resolved(), due)
    expect(change?.events).toEqual([
      expect.objectContaining({
        type: 'incident.close_reminded',
        after: { closesAt: '2026-11-30T09:00:00.000Z' },
      }),
    ])
    expect(change && wakeCloseReminder(change.after, due)).toBeUndefined()
    expect(wakeCloseReminder(resolved(), '2026-12-01T09:00:00.000Z')?.events).toEqual([])
  })
})
