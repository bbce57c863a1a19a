import type { Incident } from '../incidents/incident.ts'
import type { Calendar } from './calendar.ts'
import type { SlaPolicy } from './policy.ts'

export type SlaSettings = { calendars: readonly Calendar[]; slaPolicies: readonly SlaPolicy[] }

export const clockNames = ['response', 'resolution'] as const
export type ClockName = (typeof clockNames)[number]

/** What is promised for an incident, by the settings in force. */
export type Promised = {
  policyId: string
  calendarId: string
  minutes: Record<ClockName, number>
}

const fits = (ids: readonly string[], id: string | undefined) =>
  ids.length === 0 || (id !== undefined && ids.includes(id))

/** The first policy that fits the incident's service and its requester's organisation. */
export const policyFor = (
  { serviceId, requester }: Incident,
  { slaPolicies }: SlaSettings,
): SlaPolicy | undefined =>
  slaPolicies.find(
    ({ serviceIds, organisationIds }) =>
      fits(serviceIds, serviceId) && fits(organisationIds, requester.organisationId),
  )

/** @returns undefined when the policy promises nothing for this priority, or its calendar is gone. */
export function promisedFor(incident: Incident, settings: SlaSettings): Promised | undefined {
  const policy = policyFor(incident, settings)
  const target = policy?.targets[incident.priority]
  if (!policy || !target || !calendarOf(target, settings)) return undefined
  return {
    policyId: policy.id,
    calendarId: target.calendarId,
    minutes: { response: target.responseMinutes, resolution: target.resolutionMinutes },
  }
}

export const calendarOf = (
  { calendarId }: { calendarId: string },
  { calendars }: Pick<SlaSettings, 'calendars'>,
): Calendar | undefined => calendars.find(({ id }) => id === calendarId)
