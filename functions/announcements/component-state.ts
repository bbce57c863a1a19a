import * as z from 'zod/mini'

/** From well to worst, as people read them. */
export const componentStates = [
  'operational',
  'maintenance',
  'degraded',
  'partial_outage',
  'major_outage',
] as const
export type ComponentState = (typeof componentStates)[number]

/** What an announcement says about one component. */
export const AffectedComponent = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  state: z.enum(componentStates),
})
export type AffectedComponent = z.infer<typeof AffectedComponent>

/** The worst of these states; no news is good news. */
export const worstOf = (states: readonly ComponentState[]): ComponentState =>
  componentStates.findLast((state) => states.includes(state)) ?? 'operational'
