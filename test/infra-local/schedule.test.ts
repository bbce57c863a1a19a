import { describe, expect, test } from 'vitest'
import { periodOf, Ticker } from '../../infra/local/schedule.ts'

const schedule = { name: 'sweep', expression: 'rate(1 minute)', functionName: 'clock-sweep' }
const start = Date.parse('2026-05-01T10:00:30Z')

describe('periodOf', () => {
  test.each([
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(1 hour)', 3_600_000],
    ['rate(1 day)', 86_400_000],
  ])('%s is %i ms', (expression, milliseconds) => {
    expect(periodOf({ ...schedule, expression })).toBe(milliseconds)
  })

  test('stops at an expression that it does not know, by name', () => {
    expect(() => periodOf({ ...schedule, expression: 'cron(0 8 * * ? *)' })).toThrow('cron(0 8 * * ? *)')
  })
})

describe('a tick', () => {
  function tickerOf(payload: unknown) {
    const events: { time: string }[] = []
    const ticker = new Ticker({
      schedules: [schedule],
      clock: { now: () => start },
      invoke: async (_name, event) => {
        events.push(event as { time: string })
        return { payload }
      },
      endedElsewhere: () => 4,
    })
    return { ticker, events }
  }

  test('hands over the event of its instant, and only at whole periods', async () => {
    const { ticker, events } = tickerOf({})
    await ticker.tickAt(Date.parse('2026-05-01T10:01:00Z'))
    await ticker.tickAt(Date.parse('2026-05-01T10:01:30Z'))
    expect(events.map(({ time }) => time)).toEqual(['2026-05-01T10:01:00Z'])
  })

  test.each([
    [{ nextDueAt: null }, null],
    [{ nextDueAt: '2026-05-01T12:00:00.000Z' }, Date.parse('2026-05-01T12:00:00Z')],
  ])('keeps what %j says about the next time', async (payload, nextDueAt) => {
    const { ticker } = tickerOf(payload)
    const tickAt = Date.parse('2026-05-01T10:01:00Z')
    await ticker.tickAt(tickAt)
    expect(ticker.states[0]?.lastAnswer).toEqual({ tickAt, nextDueAt, endedBefore: 4 })
  })

  test.each([[{}], [null], [{ nextDueAt: 'soon' }]])('learns nothing from %j', async (payload) => {
    const { ticker } = tickerOf(payload)
    await ticker.tickAt(Date.parse('2026-05-01T10:01:00Z'))
    expect(ticker.states[0]?.lastAnswer).toBeNull()
  })
})
