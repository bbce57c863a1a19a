import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { hasOpenIncidents } from '../open-incidents.ts'
import { hasIncidents } from '../refusals.ts'
import { saveSettings } from '../save.ts'
import { Settings } from '../settings.ts'
import type { Snapshot } from '../store.ts'
import { strangersIn } from '../strangers.ts'

const load = (_params: Record<string, string>, { settings }: Services) => settings.snapshot()
const etag = ({ version }: Pick<Snapshot, 'version'>) => `"s${version}"`

export const readSettings = operation({
  method: 'GET',
  path: '/settings',
  summary: 'Read the whole configuration as one document',
  action: 'settings.read',
  answers: { status: 200, description: 'The configuration in force', schema: Settings },
  load,
  perform: async ({ subject }) => ok(subject.settings, etag(subject)),
})

export const replaceSettings = operation({
  method: 'PUT',
  path: '/settings',
  summary: 'Replace the whole configuration',
  action: 'settings.edit',
  body: Settings,
  answers: { status: 200, description: 'The configuration in force', schema: Settings },
  load: async (params: Record<string, string>, services, { body }) => {
    const found = await load(params, services)
    const kept = new Set((body ?? found.settings).teams.map(({ id }) => id))
    const gone = found.settings.teams.filter(({ id }) => !kept.has(id))
    const [strangers, ...awaited] = await Promise.all([
      body ? strangersIn(body, found.settings, services) : [],
      ...gone.map(({ id }) => hasOpenIncidents(id, services)),
    ])
    return { ...found, problems: strangers, isAwaited: awaited.includes(true) }
  },
  etag,
  current: ({ settings }) => settings,
  async perform({ subject, body, ...exchange }, services) {
    if (subject.isAwaited) throw hasIncidents()
    await saveSettings(subject, body, { ...exchange, problems: subject.problems }, services)
    const after = await services.settings.snapshot()
    return ok(after.settings, etag(after))
  },
})

export const listAudit = operation({
  method: 'GET',
  path: '/audit',
  summary: 'List who changed what in the configuration, newest first',
  action: 'settings.read',
  query: z.object({
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 25),
    cursor: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
  }),
  answers: {
    status: 200,
    description: 'A page of changes',
    schema: z.object({
      items: z.array(z.looseObject({ version: z.int() })),
      nextCursor: z.optional(z.string()),
    }),
  },
  async perform({ query: { limit, cursor } }, { settings }) {
    const items = await settings.audit(limit, cursor)
    const last = items.at(-1)?.version ?? 1
    return ok({ items, ...(items.length === limit && last > 1 && { nextCursor: String(last) }) })
  },
})
