import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { reasons } from '../refused.ts'
import { summed } from '../traffic.ts'

const Counts = {
  /** All requests, those that were refused too. */
  requests: z.int(),
  accepted: z.int(),
  /** Alerts that the sender itself left out. */
  truncated: z.int(),
  refused: z.partialRecord(z.enum(reasons), z.int()),
}

const Traffic = z.object({
  ...Counts,
  lastAt: z.optional(z.string()),
  hours: z.array(z.object({ ...Counts, at: z.string() })),
  storm: z.optional(z.object({ startedAt: z.string(), requests: z.int(), endedAt: z.optional(z.string()) })),
  keys: z.optional(
    z.array(
      z.object({
        createdAt: z.string(),
        createdBy: z.object({ id: z.string(), name: z.string() }),
        expiresAt: z.optional(z.string()),
        lastFour: z.string(),
      }),
    ),
  ),
  captured: z.optional(
    z.object({
      at: z.string(),
      outcome: z.enum(['accepted', ...reasons]),
      text: z.string(),
      isCut: z.optional(z.boolean()),
    }),
  ),
})

export const readSourceTraffic = operation({
  method: 'GET',
  path: '/sources/{id}/traffic',
  summary:
    'Read what came from a source in the last 24 hours; its keys and the last request are for who may set it up',
  action: 'source.read',
  answers: { status: 200, description: 'Counts by hour and reason', schema: Traffic },
  async load({ id = '' }, { settings, traffic, sourceKeys }) {
    const [{ alertSources }, read, { keys }] = await Promise.all([
      settings.current(),
      traffic.read(id),
      sourceKeys.listed(id),
    ])
    return alertSources.some((one) => one.id === id) ? { ...read, keys } : undefined
  },
  async perform({ subject: { hours, storm, keys, captured }, caller, now }) {
    const mayEdit = caller.may('settings.edit')
    return ok({
      ...summed(hours, now),
      hours: hours.map((hour) => ({ ...summed([hour], hour.at), at: hour.at })),
      ...(storm && {
        storm: { startedAt: storm.startedAt, requests: storm.requests, endedAt: storm.endedAt },
      }),
      ...(mayEdit && { keys: keys.map(({ hash, ...key }) => key), captured }),
    })
  },
})
