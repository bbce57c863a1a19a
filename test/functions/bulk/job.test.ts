import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  BulkRequest,
  changeOf,
  dueAtOf,
  type Job,
  progressed,
  request,
  take,
  undo,
} from '../../../functions/bulk/job.ts'

const now = '2026-11-23T09:00:00.000Z'
const at = (second: number) => new Date(Date.parse(now) + second * 1000).toISOString()
const ids = ['INC-000001', 'INC-000002', 'INC-000003']
const ana = { id: 'ana', name: 'Ana' }
const requested = request(
  { ids: [...ids, 'INC-000001'], change: { assigneeId: 'ana' } },
  { id: 'job_1', now, by: ana, channel: 'portal' },
)
const running = take(requested, at(10)) as Job
const failure = { id: 'INC-000002', detail: { en: 'No', de: 'Nein' } }

describe('a change of many', () => {
  test('starts in ten seconds, with each incident once', () => {
    expect(requested).toMatchObject({
      state: 'waiting',
      ids,
      startsAt: at(10),
      change: { edit: { assigneeId: 'ana' } },
    })
    expect(dueAtOf(requested)).toBe(at(10))
  })

  test.each([
    ['flat', { to: 'resolved', resolutionCode: 'fixed', notes: 'Done.' }],
    ['on its own', { move: { to: 'resolved', resolutionCode: 'fixed', notes: 'Done.' } }],
  ] as const)('is a move, said %s', (_, change) => {
    expect(changeOf({ ids, change })).toMatchObject({ move: { to: 'resolved', notes: 'Done.' } })
  })

  test.each([
    ['nothing', {}],
    ['two things', { to: 'closed', teamId: 'team_network' }],
  ] as const)('is refused when it asks for %s', (_, change) => {
    expect(() => changeOf({ ids, change })).toThrow(expect.objectContaining({ code: 'incomplete' }))
  })

  test.each([
    ['none', []],
    ['over a hundred', Array.from({ length: 101 }, (_, n) => `INC-${100_000 + n}`)],
    ['what is no incident', ['ann_1']],
  ])('of %s is no request', (_, wrong) => {
    expect(z.safeParse(BulkRequest, { ids: wrong, change: { to: 'closed' } }).success).toBe(false)
  })
})

describe('taking it on', () => {
  test('is for one at a time, not before it starts, and again when nobody is at it any more', () => {
    expect(take(requested, at(9))).toBeUndefined()
    expect(running).toMatchObject({ state: 'running', takes: 1, generation: 2 })
    expect(take(running, at(39))).toBeUndefined()
    expect(take(running, at(40))).toMatchObject({ takes: 2, generation: 3 })
    expect(dueAtOf(running)).toBe(at(40))
  })

  test('ends when all were tried, whatever came of them', () => {
    const half = progressed(running, [undefined, failure], { now: at(11), goesOn: 'now' })
    expect(half).toMatchObject({ state: 'running', tried: 2, done: 1, failed: [failure], heldUntil: at(41) })
    const done = progressed(half, [undefined], { now: at(12), goesOn: 'later' })
    expect(done).toMatchObject({ state: 'done', done: 2, heldUntil: undefined })
    expect([dueAtOf(done), take(done, at(99))]).toEqual([undefined, undefined])
  })

  test('goes on at once for whoever comes next when time is up', () => {
    const paused = progressed(running, [undefined], { now: at(15), goesOn: 'later' })
    expect(dueAtOf(paused)).toBe(at(15))
    expect(take(paused, at(15))).toMatchObject({ state: 'running', tried: 1 })
  })
})

describe('undoing', () => {
  test('ends what has not begun, also twice', () => {
    const undone = undo(requested)
    expect(undone).toMatchObject({ state: 'undone', generation: 2 })
    expect([undo(undone), dueAtOf(undone), take(undone, at(10))]).toEqual([undone, undefined, undefined])
  })

  test('is refused once it has begun', () => {
    expect(() => undo(running)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
})
