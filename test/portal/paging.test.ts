import { describe, expect, test } from 'vitest'
import { pagingDueAt } from '../../portal/lib/paging.ts'

const escalation = { next: 1, status: 'acknowledged' as const }

describe('when the next page is due', () => {
  test('is when the step is due while the paging runs', () => {
    const timers = { escalation: '2026-11-23T10:10:00.000Z', survey: '2026-11-23T09:00:00.000Z' }
    expect(pagingDueAt({ escalation: { next: 1, status: 'running' }, timers })).toBe(timers.escalation)
  })

  test.each([
    ['nobody touched it since', undefined, '2026-11-23T10:30:00.000Z'],
    ['it was touched later', '2026-11-23T10:20:00.000Z', '2026-11-23T10:50:00.000Z'],
    ['it was touched before', '2026-11-23T09:40:00.000Z', '2026-11-23T10:30:00.000Z'],
  ])('is half an hour of silence after an acknowledgement, when %s', (_when, touchedAt, expected) => {
    const timers = { resume: '2026-11-23T10:30:00.000Z' }
    expect(pagingDueAt({ escalation: { ...escalation, touchedAt }, timers })).toBe(expected)
  })

  test('is never when nothing waits, or nothing is shown of it', () => {
    expect(pagingDueAt({ escalation, timers: { survey: '2026-11-23T10:30:00.000Z' } })).toBeUndefined()
    expect(pagingDueAt({ escalation })).toBeUndefined()
    expect(pagingDueAt({})).toBeUndefined()
  })
})
