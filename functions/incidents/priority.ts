import * as z from 'zod/mini'

export const degrees = ['high', 'medium', 'low'] as const
export type Degree = (typeof degrees)[number]

export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const
export type Priority = (typeof priorities)[number]

const Row = z.object({ high: z.enum(priorities), medium: z.enum(priorities), low: z.enum(priorities) })

/** Impact by urgency. */
export const PriorityMatrix = z.object({ high: Row, medium: Row, low: Row })
export type PriorityMatrix = z.infer<typeof PriorityMatrix>

export const defaultPriorityMatrix: PriorityMatrix = {
  high: { high: 'P1', medium: 'P2', low: 'P3' },
  medium: { high: 'P2', medium: 'P3', low: 'P4' },
  low: { high: 'P3', medium: 'P4', low: 'P5' },
}

export const priorityOf = (matrix: PriorityMatrix, impact: Degree, urgency: Degree): Priority =>
  matrix[impact][urgency]
