import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { moves, type State, stageOf, states } from '../../../functions/incidents/lifecycle.ts'
import { Move, move } from '../../../functions/incidents/move.ts'
import { defaultMoveMatrix, legalMoves, type MoveMatrix } from '../../../functions/incidents/move-matrix.ts'
import { Refusal } from '../../../functions/runtime/refusal.ts'
import type { Role } from '../../../functions/runtime/roles.ts'
import { incidentIn, now, requesterAt, worker, workerAt } from './fixture.ts'

const complete: Record<string, Omit<Move, 'to'>> = {
  on_hold: { reason: 'awaiting_requester', comment: 'Which mailbox is it?' },
  resolved: { resolutionCode: 'fixed', notes: 'The queue was stuck.' },
}
const specified = {
  new: ['in_progress', 'on_hold', 'resolved', 'canceled'],
  in_progress: ['on_hold', 'resolved', 'canceled'],
  on_hold: ['in_progress', 'resolved', 'canceled'],
  resolved: ['in_progress', 'closed'],
  closed: [],
  canceled: [],
}

describe('lifecycle', () => {
  test('allows exactly the moves of the product', () => {
    expect(moves).toEqual(specified)
  })

  for (const from of states) {
    for (const to of states) {
      const legal = (specified[from] as string[]).includes(to)
      test(`a worker's move from ${from} to ${to} ${legal ? 'arrives' : 'is refused with the legal moves'}`, () => {
        const attempt = () => move(incidentIn(from), { to, ...complete[to] }, workerAt(from))
        if (legal) {
          const { after, events } = attempt()
          expect(after.state).toBe(to)
          expect(events).toHaveLength(1)
          expect(events[0]).toMatchObject({
            before: { state: from },
            after: { state: to },
            visibility: 'public',
          })
        } else {
          expect(attempt).toThrowError(expect.objectContaining({ code: 'illegal_move' }))
          expect(refusalOf(attempt).extras.legalMoves).toEqual(specified[from])
        }
      })
    }
  }

  test('a requester confirms, reopens and takes back, and nothing else', () => {
    const offered = states.map((state) => [
      state,
      legalMoves(state, { held: [], own: true }, defaultMoveMatrix),
    ])
    expect(Object.fromEntries(offered)).toEqual({
      new: ['canceled'],
      in_progress: [],
      on_hold: [],
      resolved: ['in_progress', 'closed'],
      closed: [],
      canceled: [],
    })
  })

  test('every state has its stage', () => {
    expect(states.map(stageOf)).toEqual([
      'categorisation',
      'diagnosis',
      'diagnosis',
      'resolution',
      'closure',
      'closure',
    ])
  })
})

describe('the matrix of moves', () => {
  const may = (state: State, held: Role[], own: boolean, matrix: MoveMatrix = defaultMoveMatrix) =>
    legalMoves(state, { held, own }, matrix)

  test('whoever only looks on may move nothing', () => {
    expect(states.flatMap((state) => may(state, ['auditor'], false))).toEqual([])
    expect(states.flatMap((state) => may(state, ['requester'], false))).toEqual([])
  })

  test('takes a move away from one role and leaves it to the others', () => {
    const strict: MoveMatrix = { ...defaultMoveMatrix, agent: { in_progress: ['on_hold'] } }
    expect(may('in_progress', ['agent'], false, strict)).toEqual(['on_hold'])
    expect(may('in_progress', ['agent', 'lead'], false, strict)).toEqual(['on_hold', 'resolved', 'canceled'])
    expect(may('new', ['agent'], true, strict)).toEqual(['canceled'])
  })

  test('cannot add a move that the lifecycle does not have', () => {
    const generous: MoveMatrix = { agent: { closed: ['in_progress'], new: ['closed', 'in_progress'] } }
    expect(may('closed', ['agent'], false, generous)).toEqual([])
    expect(may('new', ['agent'], false, generous)).toEqual(['in_progress'])
  })

  test('what a role may not is refused with what it may', () => {
    const barred = { ...worker, legal: ['on_hold'] as const }
    const refusal = refusalOf(() => move(incidentIn('in_progress'), { to: 'resolved' }, barred))
    expect(refusal.code).toBe('illegal_move')
    expect(refusal.extras.legalMoves).toEqual(['on_hold'])
  })
})

describe('move', () => {
  const refused: [string, Move, string][] = [
    ['a hold without a reason', { to: 'on_hold' }, 'reason'],
    ['a hold for an unknown reason', { to: 'on_hold', reason: 'lunch' }, 'reason'],
    [
      'a question to the requester that is not asked',
      { to: 'on_hold', reason: 'awaiting_requester' },
      'comment',
    ],
    ['a hold until the past', { to: 'on_hold', reason: 'awaiting_vendor', until: now }, 'until'],
    ['a resolution without a code', { to: 'resolved', notes: 'Done' }, 'resolutionCode'],
    ['a resolution without notes', { to: 'resolved', resolutionCode: 'fixed' }, 'notes'],
  ]
  test.each(refused)('refuses %s', (_name, input, path) => {
    const refusal = refusalOf(() => move(incidentIn('in_progress'), input, worker))
    expect(refusal.code).toBe('incomplete')
    expect(refusal.extras.errors?.[0]?.path).toBe(path)
  })

  test('reopening counts, keeps the acknowledgement and forgets the resolution', () => {
    const { after, events } = move(incidentIn('resolved'), { to: 'in_progress' }, requesterAt('resolved'))
    expect(after).toMatchObject({
      state: 'in_progress',
      reopenCount: 1,
      reopened: { at: now, by: { id: 'riley', name: 'Riley' } },
    })
    expect(after).not.toHaveProperty('resolution')
    expect(events[0]?.type).toBe('incident.reopened')
  })

  test('a resolution keeps its notes and what is said beside them', () => {
    const both = { to: 'resolved', resolutionCode: 'fixed', notes: 'Restarted', comment: 'Sorry!' } as const
    const { events } = move(incidentIn('in_progress'), both, worker)
    expect(events.map(({ type, text }) => [type, text])).toEqual([
      ['incident.moved', 'Restarted'],
      ['incident.commented', 'Sorry!'],
    ])
  })

  test('a date in another notation is the same instant', () => {
    const { until } = z.parse(Move, { to: 'on_hold', until: '2026-11-24T09:00:00Z' })
    expect(until).toBe('2026-11-24T09:00:00.000Z')
  })

  test('the first step of a worker acknowledges', () => {
    const { after } = move(incidentIn('new'), { to: 'in_progress' }, workerAt('new'))
    expect(after).toMatchObject({ acknowledgedAt: now, acknowledgedBy: { id: 'ana', name: 'Ana' } })
  })

  test('a dated hold sets its timer, and leaving the hold clears it', () => {
    const until = '2026-11-24T09:00:00.000Z'
    const held = move(
      incidentIn('new'),
      { to: 'on_hold', reason: 'awaiting_vendor', until },
      workerAt('new'),
    ).after
    expect(held.timers).toEqual({ hold: until })
    expect(move(held, { to: 'in_progress' }, workerAt('on_hold')).after.timers).toEqual({})
  })
})

function refusalOf(attempt: () => unknown): Refusal {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('It was not refused.')
}
