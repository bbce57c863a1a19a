export const stages = ['investigating', 'identified', 'monitoring', 'resolved'] as const
export type Stage = (typeof stages)[number]

/** A stage may come again and in any order, because what is known may turn out wrong; resolved is final. */
const nextStages = {
  investigating: ['investigating', 'identified', 'monitoring', 'resolved'],
  identified: ['investigating', 'identified', 'monitoring', 'resolved'],
  monitoring: ['investigating', 'identified', 'monitoring', 'resolved'],
  resolved: [],
} as const satisfies Record<Stage, readonly Stage[]>

export const legalStages = (from: Stage): readonly Stage[] => nextStages[from]
