import * as z from 'zod/mini'
import { type Problem, problem } from '../catalog/problem.ts'
import { after, type Instant } from '../runtime/instant.ts'
import type { Override } from './override.ts'
import { demandNone, refused } from './refusals.ts'
import type { OnCallPerson, Schedule } from './schedule.ts'
import { shiftsBetween } from './shifts.ts'
import { meet, problemsOfSpan, type Span } from './spans.ts'
import { notStaff } from './staff.ts'
import { asOf, type Swap } from './swap.ts'
import { alreadyAsked, demandOpen, notYourAnswer, notYourSwap } from './swap-refusals.ts'

const Stretch = z.object({ from: z.iso.datetime(), to: z.iso.datetime() })

export const SwapRequest = z.extend(Stretch, {
  withId: z.string().check(z.minLength(1), z.maxLength(128)),
  return: z.optional(Stretch),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(500))),
})

type Around = { schedule: Schedule; overrides: readonly Override[]; now: Instant }
type Asking = Around & { id: string; by: OnCallPerson; other?: OnCallPerson; swaps: readonly Swap[] }

const exact = ({ from, to }: Span): Span => ({ from: after(from, 0), to: after(to, 0) })

/**
 * Asks somebody to take a shift of one's own, perhaps for one of theirs.
 * @param other the one who is asked, if they can be on call.
 * @throws Refusal `incomplete`, or `conflict` when the same time is asked for already
 */
export function propose(sent: z.infer<typeof SwapRequest>, around: Asking): Swap {
  const { id, by, other, now, schedule, swaps } = around
  const mine = exact(sent)
  const theirs = sent.return && exact(sent.return)
  if (!other) throw refused([notStaff('withId')])
  demandNone([
    ...(other.id === by.id ? [askAnother] : []),
    ...problemsOfSide(mine, by, 'to', around),
    ...(theirs ? problemsOfSide(theirs, other, 'return.to', around) : []),
    ...(theirs && meet(mine, theirs) ? [sameTime] : []),
  ])
  const open = swaps.find(
    (swap) =>
      swap.scheduleId === schedule.id &&
      swap.by.id === by.id &&
      asOf(swap, now).status === 'proposed' &&
      meet(swap, mine),
  )
  if (open) throw alreadyAsked(open.with.name)
  return {
    ...{ id, scheduleId: schedule.id, ...mine, by, with: other },
    ...(theirs && { return: theirs }),
    ...{ status: 'proposed' as const, createdAt: now },
    ...(sent.reason && { reason: sent.reason }),
  }
}

/** Says yes: from then on each stands in for the other. @throws Refusal */
export function accept(
  swap: Swap,
  caller: OnCallPerson,
  around: Around & { newId: () => string },
): { swap: Swap; overrides: Override[] } {
  if (caller.id !== swap.with.id) throw notYourAnswer(swap.with.name)
  if (swap.status === 'accepted') return { swap, overrides: [] }
  demandOpen(asOf(swap, around.now))
  demandNone([
    ...problemsOfSide(swap, swap.by, 'to', around),
    ...(swap.return ? problemsOfSide(swap.return, swap.with, 'return.to', around) : []),
  ])
  const stands = ({ from, to }: Span, person: OnCallPerson): Override => ({
    ...{ id: around.newId(), scheduleId: swap.scheduleId, from, to, person },
    ...{ by: caller, createdAt: around.now, swapId: swap.id },
  })
  return {
    swap: { ...swap, status: 'accepted' },
    overrides: [stands(swap, swap.with), ...(swap.return ? [stands(swap.return, swap.by)] : [])],
  }
}

/** Says no, as the one who was asked. @throws Refusal */
export function decline(swap: Swap, caller: OnCallPerson, now: Instant): Swap {
  if (caller.id !== swap.with.id) throw notYourAnswer(swap.with.name)
  return settled(swap, 'declined', now)
}

/** Takes the question back, as the one who asked. @throws Refusal */
export function withdraw(swap: Swap, caller: OnCallPerson, now: Instant): Swap {
  if (caller.id !== swap.by.id) throw notYourSwap(swap.by.name)
  return settled(swap, 'withdrawn', now)
}

function settled(swap: Swap, status: 'declined' | 'withdrawn', now: Instant): Swap {
  if (swap.status === status) return swap
  demandOpen(asOf(swap, now))
  return { ...swap, status }
}

/** Whether somebody is on call for all of a time that is still to come. */
function problemsOfSide(span: Span, person: OnCallPerson, path: string, around: Around): Problem[] {
  const wrong = problemsOfSpan(span, path)
  if (wrong.length > 0) return wrong
  if (span.from <= around.now) return [begun(path.replace(/to$/, 'from'))]
  const { shifts, gaps } = shiftsBetween(around.schedule, around.overrides, span.from, span.to)
  const isAll = gaps.length === 0 && shifts.every((shift) => shift.person.id === person.id)
  return isAll ? [] : [notTheirs(path.replace(/to$/, 'from'), person.name)]
}

const begun = (path: string) =>
  problem(
    path,
    'Choose a time that is still to come; for what has begun, enter an override.',
    'Wählen Sie eine Zeit, die noch kommt; für das, was schon läuft, tragen Sie eine Vertretung ein.',
  )
const notTheirs = (path: string, name: string) =>
  problem(
    path,
    `${name} is not on call for all of this time. Choose one of their shifts, or a part of it.`,
    `${name} hat nicht die ganze Zeit Bereitschaft. Wählen Sie eine Schicht dieser Person oder einen Teil davon.`,
  )
const askAnother = problem('withId', 'Ask somebody else.', 'Fragen Sie jemand anderen.')
const sameTime = problem(
  'return.from',
  'Choose another time in return: the two overlap.',
  'Wählen Sie als Ausgleich eine andere Zeit: Die beiden überschneiden sich.',
)
