import { wakeAlert, wakeInhibition } from '../alerts/release-alerts.ts'
import { wakeStorm } from '../alerts/storm.ts'
import { takeAlerts } from '../alerts/take-alerts.ts'
import { wakeGroup } from '../alerts/wake-group.ts'
import { wakeHeartbeat } from '../alerts/wake-heartbeat.ts'
import { performJob } from '../bulk/perform-job.ts'
import { lookAhead } from '../notifications/look-ahead.ts'
import type { Services } from './services.ts'
import { wakeIncident } from './wake-incident.ts'

/** Something that has timers, told by the beginning of its id. */
type Subject = {
  prefix: string
  /** Lets it do what is due by now; quiet when nothing is (any more). */
  wake(id: string, services: Services): Promise<void>
}

const subjects: readonly Subject[] = [
  { prefix: 'INC-', wake: wakeIncident },
  { prefix: 'job_', wake: performJob },
  { prefix: 'pln_', wake: (id, { pagePlans }) => pagePlans.wake(id, new Date().toISOString()) },
  {
    prefix: 'ann_',
    wake: (id, { announcements }) => announcements.wake(id, new Date().toISOString()),
  },
  { prefix: 'rota_', wake: (id, services) => lookAhead(id, new Date().toISOString(), services) },
  { prefix: 'grp_', wake: wakeGroup },
  { prefix: 'inh_', wake: wakeInhibition },
  { prefix: 'alr_', wake: wakeAlert },
  { prefix: 'storm_', wake: (id, services) => wakeStorm(id, new Date().toISOString(), services) },
  { prefix: 'sil_', wake: (id, { silences }) => silences.wake(id, new Date().toISOString()) },
  { prefix: 'mnt_', wake: (id, { maintenances }) => maintenances.wake(id, new Date().toISOString()) },
  {
    prefix: 'hb_',
    wake: (id, services) => wakeHeartbeat(id, new Date().toISOString(), services, takeAlerts),
  },
  { prefix: 'dig_', wake: (id, { digests }) => digests.wake(id, new Date().toISOString()) },
]

/** @throws Error for an id that no subject has. */
export function subjectOf(id: string): Subject {
  const subject = subjects.find(({ prefix }) => id.startsWith(prefix))
  if (!subject) throw new Error(`Nothing that can be woken is called ${id}.`)
  return subject
}
