import { describe, expect, test } from 'vitest'
import { advanceClock, nextTick, StillBusy, type World } from '../../infra/local/advance.ts'
import type { LastAnswer } from '../../infra/local/schedule.ts'

const start = Date.parse('2026-05-01T10:00:30Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (text: string) => Date.parse(`2026-05-01T${text}Z`)
const clockTime = (instant: number) => new Date(instant).toISOString().slice(11, 19)

/** A product of numbers: executions wake, the sweeper answers what is next due, real time stands still. */
function fakeWorld({ wakes = [] as number[], dues = [] as number[], answers = true, hasWorker = true } = {}) {
  let offset = 0
  let ended = 0
  let lastAnswer: LastAnswer | null = null
  const log: string[] = []
  const state = { hasWorker, busy: [] as string[] }
  let real = start
  const now = () => real + offset
  const world: World = {
    realNow: () => real,
    offsetMs: () => offset,
    async setOffset(offsetMs) {
      offset = offsetMs
      for (const wake of wakes.filter((instant) => instant <= now())) {
        wakes.splice(wakes.indexOf(wake), 1)
        ended++
        log.push(`wake ${clockTime(wake)}`)
      }
    },
    hasWorker: () => state.hasWorker,
    report: async () => ({
      busy: state.busy,
      ended,
      nextWakeAt: wakes.length === 0 ? null : Math.min(...wakes),
      schedules: [{ name: 'sweep', periodMs: MINUTE, lastAnswer }],
    }),
    hold: async () => {},
    async tick(instant) {
      log.push(`sweep ${clockTime(instant)}`)
      const endedBefore = ended
      for (const due of dues.filter((candidate) => candidate <= instant)) {
        dues.splice(dues.indexOf(due), 1)
        ended++
        log.push(`served ${clockTime(due)}`)
      }
      const nextDueAt = dues.length === 0 ? null : Math.min(...dues)
      lastAnswer = answers ? { tickAt: instant, nextDueAt, endedBefore } : null
    },
    async pause(milliseconds) {
      real += milliseconds
    },
  }
  return { world, log, state, now, offsetSeconds: () => offset / 1000 }
}

describe('advancing the clock', () => {
  test('visits wakes and ticks in the order of their instants', async () => {
    const { world, log, offsetSeconds } = fakeWorld({
      wakes: [at('10:05:10'), at('10:02:20')],
      answers: false,
    })
    await advanceClock(world, { offsetMs: 5 * MINUTE })
    expect(log).toEqual([
      'sweep 10:01:00',
      'sweep 10:02:00',
      'wake 10:02:20',
      'sweep 10:03:00',
      'sweep 10:04:00',
      'sweep 10:05:00',
      'wake 10:05:10',
    ])
    expect(offsetSeconds()).toBe(300)
  })

  test('leaves out minutes in which the sweeper has said that nothing is due', async () => {
    const { world, log } = fakeWorld({ dues: [at('15:30:10')] })
    await advanceClock(world, { offsetMs: 8 * HOUR })
    expect(log).toEqual([
      'sweep 10:01:00',
      // An hour ahead the sweeper arms.
      'sweep 14:31:00',
      'sweep 15:31:00',
      'served 15:30:10',
      'sweep 15:32:00',
    ])
  })

  test('sweeps again after anything else has run', async () => {
    const { world, log } = fakeWorld({ wakes: [at('12:00:10')] })
    await advanceClock(world, { offsetMs: 8 * HOUR })
    expect(log).toEqual(['sweep 10:01:00', 'wake 12:00:10', 'sweep 12:01:00'])
  })

  test('goes back without visiting anything', async () => {
    const { world, log, offsetSeconds } = fakeWorld({ wakes: [at('10:05:00')] })
    await advanceClock(world, { offsetMs: -2 * HOUR })
    expect(log).toEqual([])
    expect(offsetSeconds()).toBe(-7200)
  })

  test('stands at an instant that is set, or a little after it', async () => {
    const { world, now } = fakeWorld()
    await advanceClock(world, { instant: at('12:00:00') })
    expect(now() - at('12:00:00')).toBeLessThan(1000)
  })

  test('without a worker only sets the clock', async () => {
    const { world, log, offsetSeconds } = fakeWorld({ wakes: [at('10:05:00')], hasWorker: false })
    await advanceClock(world, { offsetMs: -HOUR })
    await advanceClock(world, { offsetMs: 60_000 })
    expect(log).toEqual([])
    expect(offsetSeconds()).toBe(60)
  })

  test('ends quietly when the worker is stopped meanwhile', async () => {
    const { world, state, offsetSeconds } = fakeWorld()
    state.busy = ['queue pages (1)']
    const { pause } = world
    world.pause = async (milliseconds) => {
      state.hasWorker = false
      await pause(milliseconds)
    }
    await advanceClock(world, { offsetMs: HOUR })
    expect(offsetSeconds()).toBe(3600)
  })

  test('names what does not come to rest', async () => {
    const { world, state } = fakeWorld()
    state.busy = ['queue pages (1)']
    const patience = performance.now
    let elapsed = 0
    performance.now = () => (elapsed += 10_000)
    try {
      await expect(advanceClock(world, { offsetMs: HOUR })).rejects.toThrow(
        new StillBusy(['queue pages (1)']),
      )
    } finally {
      performance.now = patience
    }
  })
})

describe('nextTick', () => {
  const sweep = (lastAnswer: LastAnswer | null) => ({ name: 'sweep', periodMs: MINUTE, lastAnswer })

  test.each<[string, LastAnswer | null, number, string]>([
    ['no answer yet', null, 0, '10:01:00'],
    [
      'an answer from before something ran',
      { tickAt: at('10:00:00'), nextDueAt: null, endedBefore: 0 },
      1,
      '10:01:00',
    ],
    [
      'something overdue',
      { tickAt: at('10:00:00'), nextDueAt: at('09:00:00'), endedBefore: 0 },
      0,
      '10:01:00',
    ],
    [
      'due within the hour',
      { tickAt: at('10:00:00'), nextDueAt: at('10:30:01'), endedBefore: 0 },
      0,
      '10:31:00',
    ],
    ['due later', { tickAt: at('10:00:00'), nextDueAt: at('13:30:01'), endedBefore: 0 }, 0, '12:31:00'],
  ])('with %s', (_name, answer, ended, expected) => {
    expect(clockTime(nextTick(sweep(answer), at('10:00:00'), ended))).toBe(expected)
  })
})
