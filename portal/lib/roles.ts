import type { Person, Role } from './contract.ts'

const staff: readonly Role[] = ['agent', 'lead', 'incident_manager', 'auditor', 'administrator']
const publishers: readonly Role[] = ['incident_manager', 'administrator']
const holds = (roles: readonly Role[]) => (person: Person | undefined) =>
  person?.roles.some((role) => roles.includes(role)) ?? false

/** Only for what to show: the API decides what is allowed. */
export const isStaff = holds(staff)
export const mayPublish = holds(publishers)
