import * as z from 'zod/mini'
import { Target } from './policy.ts'

/** What made a step due: nobody has it, it is not solved, it was silent, or the step before reached nobody. */
const why = z.enum(['not_acknowledged', 'not_resolved', 'no_update', 'undelivered'])
export type Why = z.infer<typeof why>

/** The target by which somebody is reached, with the name that people know it by. */
const NamedTarget = z.intersection(
  Target,
  z.object({ name: z.string(), level: z.optional(z.enum(['L1', 'L2', 'L3'])) }),
)
export type NamedTarget = z.infer<typeof NamedTarget>

export const Whom = z.object({ id: z.string(), name: z.string(), as: NamedTarget })
export type Whom = z.infer<typeof Whom>

/** From 2 on, where the paging began anew after everybody was paged. */
const run = z.optional(z.number())

/** Which step of a policy: `step` of `of` counts from 1, and so does the round in which all steps come. */
const Place = { step: z.number(), of: z.number(), round: z._default(z.number(), 1), run }

const OfStep = {
  ...Place,
  why,
  policyId: z._default(z.string(), ''),
  targets: z._default(z.array(Target), []),
  recipients: z.array(z.string()),
  /** Each recipient once, as the first target that names them reaches them. Steps of long ago have none. */
  whom: z._default(z.array(Whom), []),
  dueAt: z.optional(z.string()),
  /** It speaks for the steps that a standstill kept from being sent. */
  catchUp: z.optional(z.boolean()),
  foldedSteps: z.optional(z.array(z.number())),
}

/** What an `escalation.step` says about itself. */
export const StepSent = z.object(OfStep)
export type StepSent = z.infer<typeof StepSent>

/** What an `escalation.skipped` says. Nobody on call is a hole that administrators mend; a condition is as wished. */
export const StepSkipped = z.object({
  ...OfStep,
  cause: z._default(z.enum(['nobody_on_call', 'condition']), 'nobody_on_call'),
})
export type StepSkipped = z.infer<typeof StepSkipped>

/** One way in which somebody could not be reached, for good. */
const Failure = z.object({ id: z.string(), channel: z.string(), note: z._default(z.string(), '') })
export type Failure = z.infer<typeof Failure>

/** What an `escalation.undelivered` says: nothing of the step arrived. */
export const StepUndelivered = z.object({
  step: z.number(),
  round: z._default(z.number(), 1),
  failures: z.array(Failure),
})

/** What an `escalation.exhausted` says: everybody was paged, and nobody has acknowledged. */
export const Exhausted = z.object({ policyId: z.string(), of: z.number(), round: z.number(), run })
