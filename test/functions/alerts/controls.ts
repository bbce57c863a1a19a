import { vi } from 'vitest'
import { operations } from '../../../functions/alerts/api.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { takeAlerts } from '../../../functions/alerts/take-alerts.ts'
import { sha256Hex } from '../../../functions/runtime/hash.ts'
import type { Item } from '../../../functions/runtime/table.ts'
import type { Visitor } from '../../support/api.ts'
import { apiOverTable } from '../../support/table-api.ts'

/** A Friday, 13:00 in Berlin. */
export const start = '2026-11-27T12:00:00.000Z'
export const at = (time: string, day = 27) => `2026-11-${day}T${time}:00.000Z`
export const host = (value: string) => ({ label: 'host', op: 'is', value })

/** The API of alerts at an instant that tests move, with people who stay signed in. */
export async function openDesk() {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(start))
  process.env.API_URL = 'https://desk.example'
  const api = await apiOverTable(operations)
  const as = (who: string): Promise<Visitor> => api.as(who, { expiresInSeconds: 1e8 })
  const [ana, omar, aud, riley] = (await Promise.all(['ana', 'omar', 'aud', 'riley'].map(as))) as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ]
  const { services } = api

  return {
    ...{ api, services, ana, omar, aud, riley },
    moveTo: (instant: string) => void vi.setSystemTime(new Date(instant)),

    /** An alert that a source said fires on a host. */
    async fires(name: string, on: string, labels: Record<string, string> = {}) {
      const now = new Date().toISOString()
      const occurrence: Occurrence = {
        ...{ sourceId: 'src_prom', fingerprint: sha256Hex(name).slice(0, 32), status: 'firing', title: name },
        ...{ severity: 'warning', labels: { host: on, ...labels }, links: [], receivedAt: now },
      }
      await takeAlerts([occurrence], () => now, services)
    },

    eventsOf: async (id: string): Promise<Item[]> =>
      services.table.queryAll({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        ExpressionAttributeValues: { ':pk': id, ':events': 'E#' },
      }),
    typesOf: async (id: string): Promise<unknown[]> => {
      const events = await services.table.queryAll({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        ExpressionAttributeValues: { ':pk': id, ':events': 'E#' },
      })
      return events.map(({ type }) => type)
    },

    async stop() {
      vi.useRealTimers()
      await api.stop()
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>
