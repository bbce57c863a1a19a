export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const
export const priorityOptions = priorities.map((priority) => ({ value: priority, label: priority }))
