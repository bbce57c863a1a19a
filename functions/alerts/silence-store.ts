import type { Instant } from '../runtime/instant.ts'
import type { Table } from '../runtime/table.ts'
import type { Silencing } from './control.ts'
import { openControls } from './control-store.ts'
import { type Silence, type SilenceEvent, turnOfSilence, wokenSilence } from './silence.ts'

export function openSilences(table: Table) {
  const controls = openControls<Silence, SilenceEvent>(table, {
    name: 'silence',
    turnOf: turnOfSilence,
    woken: wokenSilence,
  })
  return {
    ...controls,

    /** What the pipeline asks: those that hold at an instant, and may be those that do soon. */
    readActive: async (now: Instant): Promise<Silencing[]> =>
      (await controls.readLive()).filter(({ endsAt }) => endsAt > now),
  }
}
export type Silences = ReturnType<typeof openSilences>
