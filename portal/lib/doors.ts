import type { Door, Person } from './contract.ts'

const opens = (door: Door) => (person: Person | undefined) => person?.may.includes(door) ?? false

/** Only for what to show: the API says what a person may, and decides again whenever it is asked. */
export const isStaff = opens('incident.list_work')
export const mayPublish = opens('announcement.publish')
export const seesSetUp = opens('settings.read')

const working = ['agent', 'lead', 'incident_manager', 'administrator'] as const

export const isAdministrator = (person: Person | undefined): boolean =>
  person?.roles.includes('administrator') ?? false

/** Those who change incidents, not only read them. */
export const works = (person: Person | undefined): boolean =>
  person?.roles.some((role) => working.some((one) => one === role)) ?? false
