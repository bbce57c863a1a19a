export const degrees = ['high', 'medium', 'low'] as const
export type Degree = (typeof degrees)[number]

export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const
export type Priority = (typeof priorities)[number]

/** Impact by urgency. */
const matrix = {
  high: { high: 'P1', medium: 'P2', low: 'P3' },
  medium: { high: 'P2', medium: 'P3', low: 'P4' },
  low: { high: 'P3', medium: 'P4', low: 'P5' },
} as const satisfies Record<Degree, Record<Degree, Priority>>

export const priorityOf = (impact: Degree, urgency: Degree): Priority => matrix[impact][urgency]
