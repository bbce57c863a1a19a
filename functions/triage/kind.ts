/** What triage suggests, each decided by itself; named as on the incident. */
export const kinds = ['categoryId', 'teamId', 'impact', 'urgency'] as const
export type Kind = (typeof kinds)[number]

/** The values of an incident that somebody confirmed, or that are suggested. */
export type Labels = { [kind in Kind]?: string }
