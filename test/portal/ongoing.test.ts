import { describe, expect, test } from 'vitest'
import type { IncidentRow } from '../../portal/lib/contract.ts'
import { neededFrom, ongoing } from '../../portal/lib/ongoing.ts'

const row = (id: string, state: IncidentRow['state']): IncidentRow => ({
  id,
  title: id,
  state,
  stage: 'closure',
  priority: 'P3',
  requesterName: 'Riley',
  teamId: 'team_service_desk',
  createdAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:00.000Z',
})

describe('what is ongoing', () => {
  test('finds the open ones behind any number of closed ones of the same page', () => {
    const closed = Array.from({ length: 60 }, (_, n) => row(`INC-${n}`, 'closed'))
    const items = [...closed, row('INC-61', 'new'), row('INC-62', 'canceled'), row('INC-63', 'resolved')]
    expect(ongoing({ items }).open.map(({ id }) => id)).toEqual(['INC-61', 'INC-63'])
  })

  test('says how many it looked through when there are older ones', () => {
    const items = [row('INC-1', 'closed'), row('INC-2', 'closed')]
    expect(ongoing({ items, nextCursor: 'on' })).toEqual({ open: [], looked: 2, older: true })
    expect(ongoing({ items })).toEqual({ open: [], looked: 2, older: false })
  })
})

test('an answer and a confirmation are what only the requester can give', () => {
  expect(neededFrom(row('INC-1', 'resolved'))).toBe('confirmation')
  expect(neededFrom({ ...row('INC-2', 'on_hold'), holdReason: 'awaiting_requester' })).toBe('answer')
  expect(neededFrom({ ...row('INC-3', 'on_hold'), holdReason: 'awaiting_vendor' })).toBeUndefined()
  expect(neededFrom(row('INC-4', 'in_progress'))).toBeUndefined()
})
