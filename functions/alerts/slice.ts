import type { Incident } from '../incidents/incident.ts'

/** What the head of an incident remembers of the alerts that opened it. */
export type AlertSlice = {
  groupId: string
  /** A person did something, so that nothing ends it but a person. */
  touched?: true
}

export const alertsOf = (incident: Incident) => incident.slices.alerts as AlertSlice | undefined

export const withAlerts = (incident: Incident, alerts: AlertSlice): Incident => ({
  ...incident,
  slices: { ...incident.slices, alerts },
})
