import type { Flash } from '../flash.ts'
import type { Bent } from '../wall-clock.ts'
import type { Override, Shifts } from './contract.ts'

type Saved = {
  override: Pick<Override, 'id' | 'to' | 'person'>
  /** Whether a clock change bent one of the times. */
  but?: Bent
  /** Who was on call between its two instants before it, where that is known. */
  before?: Pick<Shifts, 'shifts' | 'gaps'>
  now: Date
}

/** What is true of a stand-in that was saved just now. */
export function savedWord({ override, but, before, now }: Saved): Flash['key'] {
  if (but) return but === 'skipped' ? 'standInSkipped' : 'standInRepeated'
  if (before && isAlone(override, before)) return 'standInAnyway'
  return new Date(override.to) <= now ? 'standInPast' : 'standInSaved'
}

/** A form that is sent a second time finds its own stand-in there, which is no other duty. */
const isAlone = ({ id, person }: Saved['override'], { shifts, gaps }: Pick<Shifts, 'shifts' | 'gaps'>) =>
  shifts.length > 0 &&
  gaps.length === 0 &&
  shifts.every((shift) => shift.person.id === person.id && shift.overrideId !== id)
