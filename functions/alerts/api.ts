import { guardedGet } from '../runtime/guarded-fetch.ts'
import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { openAlertQueue } from './alert-queue.ts'
import { incidentAlerts } from './api/incident-alerts.ts'
import { listAlerts } from './api/list-alerts.ts'
import { readAlert } from './api/read-alert.ts'
import { readSourceTraffic } from './api/read-source-traffic.ts'
import { receiveAlerts } from './api/receive-alerts.ts'
import { rotateKey } from './api/rotate-key.ts'
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
  readAlert,
  incidentAlerts,
  rotateKey,
  readSourceTraffic,
  trySource,
]

export const handler = httpFunction(operations, openServices)
