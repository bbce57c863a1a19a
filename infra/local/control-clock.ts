import { advanceClock, StillBusy, type Target } from './advance.ts'
import type { ControlOptions, Operations } from './control.ts'
import { type ControlAnswer, ControlRefusal, type ControlRequest, jsonBody } from './control-answer.ts'
import { worldOf } from './world.ts'

const TEN_YEARS_SECONDS = 10 * 366 * 24 * 3600

function targetOf(body: Record<string, unknown>, offsetMs: number): Target {
  const { advanceSeconds, set } = body
  if (typeof advanceSeconds === 'number' && Math.abs(advanceSeconds) <= TEN_YEARS_SECONDS) {
    return { offsetMs: offsetMs + advanceSeconds * 1000 }
  }
  const instant = typeof set === 'string' ? Date.parse(set) : Number.NaN
  if (Number.isNaN(instant)) {
    throw new ControlRefusal(
      400,
      'Give "advanceSeconds" as a number, or "set" as an instant like 2026-10-25T00:30:00Z.',
    )
  }
  return { instant }
}

export function clockOperations({ supervisor }: ControlOptions): Operations {
  const world = worldOf(supervisor)
  let turn: Promise<unknown> = Promise.resolve()

  const clock = () => ({ now: supervisor.now().toISOString(), offsetSeconds: supervisor.offsetMs / 1000 })

  async function move(request: ControlRequest): Promise<ControlAnswer> {
    try {
      await advanceClock(world, targetOf(jsonBody(request), supervisor.offsetMs))
      return { status: 200, body: clock() }
    } catch (error) {
      if (!(error instanceof StillBusy)) throw error
      return { status: 504, body: { message: `${error.message}.`, busy: error.busy, ...clock() } }
    }
  }

  return {
    'GET /clock': () => ({ status: 200, body: clock() }),
    // One after the other: two that move the clock at once would each visit the other's instants.
    'POST /clock': (request) => {
      const mine = turn.then(() => move(request))
      turn = mine.catch(() => {})
      return mine
    },
  }
}
