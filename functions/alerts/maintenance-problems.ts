import { type Problem, problem } from '../catalog/problem.ts'
import { after, type Instant } from '../runtime/instant.ts'
import { problemsOfMatchers, problemsOfStretch } from './control-refusals.ts'
import { neverEnds, type Recurring, type Timing, windowAfter, windowAt } from './maintenance-windows.ts'
import type { Matcher } from './matcher.ts'

type Times = { startsAt?: string; endsAt?: string; recurring?: Recurring }

/** Either once or again and again. */
export function timingOf({ startsAt, endsAt, recurring }: Times): Timing | undefined {
  if (recurring) return startsAt || endsAt ? undefined : { recurring }
  return startsAt && endsAt ? { startsAt: after(startsAt, 0), endsAt: after(endsAt, 0) } : undefined
}

export function problemsOfTiming(timing: Timing | undefined, now: Instant): Problem[] {
  if (!timing) {
    return [
      problem(
        'startsAt',
        'Say when it is: either with startsAt and endsAt, or with recurring.',
        'Sagen Sie, wann sie ist: entweder mit startsAt und endsAt oder mit recurring.',
      ),
    ]
  }
  if (!timing.recurring) return problemsOfStretch(timing, now)
  if (neverEnds(timing.recurring)) {
    return [
      problem(
        'recurring.to',
        'This would never end. Leave a gap, or make one maintenance with a beginning and an end.',
        'Das würde nie enden. Lassen Sie eine Lücke, oder legen Sie eine Wartung mit Anfang und Ende an.',
      ),
    ]
  }
  if (windowAt(timing, now) ?? windowAfter(timing, now)) return []
  return [
    problem(
      'recurring.endsOn',
      'No window is to come. Choose a later last day.',
      'Es kommt kein Zeitfenster mehr. Wählen Sie einen späteren letzten Tag.',
    ),
  ]
}

export const problemsOfWhat = (serviceIds: readonly string[], matchers: readonly Matcher[]): Problem[] => {
  if (serviceIds.length > 0) return []
  return problemsOfMatchers(matchers).map(({ message }) => ({ path: 'serviceIds', message }))
}
