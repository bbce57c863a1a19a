import { guardedGet } from '../runtime/guarded-fetch.ts'
import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { openAlertQueue } from './alert-queue.ts'
import { addHeartbeat } from './api/add-heartbeat.ts'
import { addMaintenance } from './api/add-maintenance.ts'
import { addSilence } from './api/add-silence.ts'
import { editMaintenance } from './api/edit-maintenance.ts'
import { editSilence } from './api/edit-silence.ts'
import { endAlert } from './api/end-alert.ts'
import { endMaintenance } from './api/end-maintenance.ts'
import { endSilence } from './api/end-silence.ts'
import { heldAlerts } from './api/held-alerts.ts'
import { incidentAlerts } from './api/incident-alerts.ts'
import { listAlerts } from './api/list-alerts.ts'
import { listMaintenances } from './api/list-maintenances.ts'
import { listSilences } from './api/list-silences.ts'
import { listStorms } from './api/list-storms.ts'
import { pingHeartbeat } from './api/ping-heartbeat.ts'
import { previewSilence } from './api/preview-silence.ts'
import { readAlert } from './api/read-alert.ts'
import { listHeartbeats, readHeartbeat } from './api/read-heartbeats.ts'
import { readMaintenance } from './api/read-maintenance.ts'
import { readSilence } from './api/read-silence.ts'
import { readSourceTraffic } from './api/read-source-traffic.ts'
import { receiveAlerts } from './api/receive-alerts.ts'
import { removeHeartbeat } from './api/remove-heartbeat.ts'
import { removeMaintenance } from './api/remove-maintenance.ts'
import { replaceHeartbeat } from './api/replace-heartbeat.ts'
import { rotateHeartbeatKey } from './api/rotate-heartbeat-key.ts'
import { rotateKey } from './api/rotate-key.ts'
import { tryAlertRules } from './api/try-alert-rules.ts'
import { trySource } from './api/try-source.ts'
import { openSns } from './sns-verify.ts'

/** Reads what stands at an address of SNS; nothing private is ever reached. */
async function fetchText(url: string): Promise<string> {
  const { status, text } = await guardedGet(url, { allowedHosts: [] })
  if (status !== 200) throw new Error(`SNS answered ${status}.`)
  return text
}

export const operations = [
  receiveAlerts({ queue: openAlertQueue(), sns: openSns(fetchText) }),
  listAlerts,
  listStorms,
  readAlert,
  endAlert,
  incidentAlerts,
  rotateKey,
  readSourceTraffic,
  trySource,
  tryAlertRules,
  ...[addSilence, previewSilence, listSilences, readSilence, editSilence, endSilence],
  ...[addMaintenance, listMaintenances, readMaintenance, editMaintenance, endMaintenance, removeMaintenance],
  ...heldAlerts,
  ...[addHeartbeat, listHeartbeats, readHeartbeat, replaceHeartbeat, removeHeartbeat, rotateHeartbeatKey],
  ...pingHeartbeat,
]

export const handler = httpFunction(operations, openServices)
