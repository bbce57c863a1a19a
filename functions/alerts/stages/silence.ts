import type { Instant } from '../../runtime/instant.ts'
import type { Step } from '../alert.ts'
import { type Silencing, silencing } from '../control.ts'
import type { Facts } from '../matcher.ts'

/** Holds what somebody silenced until the silence ends. */
export function checkSilence(
  facts: Facts,
  silences: readonly Silencing[],
  now: Instant,
): { step: Step; hold?: { id: string; until: Instant } } {
  const found = silencing(silences, facts, now)
  if (!found) return { step: { stage: 'silence', verdict: 'passes', code: 'not_silenced' } }
  const { id, endsAt: until } = found
  return {
    hold: { id, until },
    step: { stage: 'silence', verdict: 'waits', code: 'silenced', data: { id, until } },
  }
}
