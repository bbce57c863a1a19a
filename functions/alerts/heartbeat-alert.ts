import { sha256Hex } from '../runtime/hash.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { Occurrence } from './occurrence.ts'

/** The source under which heartbeats speak; nobody sets it up. */
export const heartbeatSource = 'heartbeats'

const longestTitle = 160

/** What a heartbeat owes, as an alert: a problem of its own. Its service and team stand in labels that the route reads. */
export function occurrenceOf(one: Heartbeat, now: Instant): Occurrence | undefined {
  const { id, name, owes, severity, serviceId, teamId, runbookUrl, everyMinutes, graceMinutes, lastPingAt } =
    one
  if (!owes) return undefined
  const heard = lastPingAt ? `It was last heard at ${lastPingAt.slice(0, 16)}Z.` : 'It was never heard.'
  return {
    sourceId: heartbeatSource,
    fingerprint: sha256Hex(id).slice(0, 32),
    status: owes.status,
    title: [...`No heartbeat from ${name}`].slice(0, longestTitle).join(''),
    summary: `It is due every ${everyMinutes} min, with ${graceMinutes} min of grace. ${heard}`,
    severity,
    labels: {
      ...{ alertname: 'HeartbeatMissing', heartbeat: id },
      ...(serviceId && { service: serviceId }),
      ...(teamId && { team: teamId }),
    },
    group: id,
    links: runbookUrl ? [{ text: 'Runbook', url: runbookUrl }] : [],
    ...{ startsAt: owes.startsAt, saidAt: owes.at, receivedAt: now },
  }
}
