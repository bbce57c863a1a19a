export const roles = ['requester', 'agent', 'lead', 'incident_manager', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]
