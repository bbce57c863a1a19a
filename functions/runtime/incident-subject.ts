import type { Channel } from '../incidents/change.ts'
import { type Incident, numberPattern } from '../incidents/incident.ts'
import { linksFrom } from '../incidents/link.ts'
import type { Mover } from '../incidents/move.ts'
import {
  etagFor,
  involves,
  movesFor,
  ownedBy,
  represent,
  seesInternal,
  sideOf,
} from '../incidents/representation.ts'
import type { IncidentRecord } from '../incidents/store.ts'
import type { Settings } from '../settings/settings.ts'
import { ratingFrom } from '../surveys/rating.ts'
import type { Caller } from './caller.ts'
import type { Instant } from './instant.ts'
import { type Answer, ok } from './operation.ts'
import { views } from './reactions.ts'
import type { Services } from './services.ts'

/** The incident that a path names, with the settings that its rules ask; read beside the caller's rights. */
export type Subject = IncidentRecord & { settings: Settings; now: Instant }

const load = async (
  { id = '' }: Record<string, string>,
  services: Services,
): Promise<Subject | undefined> => {
  if (!numberPattern.test(id)) return undefined
  const [record, settings] = await Promise.all([services.incidents.read(id), services.settings.current()])
  return record && { ...record, settings, now: new Date().toISOString() }
}

/** The incident as this caller may see it, with what the other nouns say of it. */
export function describe(
  incident: Incident,
  {
    texts,
    survey,
    settings,
    now,
    parts,
  }: Pick<Subject, 'texts' | 'survey' | 'settings' | 'now'> & Partial<Pick<Subject, 'parts'>>,
  caller: Caller,
): Answer {
  const reader = { now, settings, seesInternal: seesInternal(caller) }
  const body = represent(incident, caller, {
    matrix: settings.moveMatrix,
    texts,
    rating: ratingFrom(survey),
    views: {
      ...Object.assign({}, ...views.map((view) => view(incident, reader))),
      // A link names another incident, which may be somebody else's.
      ...(reader.seesInternal && { links: linksFrom(parts ?? []) }),
    },
  })
  return ok(body, etagFor(incident, caller))
}

const etag = ({ incident }: Subject, caller: Caller) => etagFor(incident, caller)
const current = (subject: Subject, caller: Caller) => describe(subject.incident, subject, caller).body

/** What every operation on one incident has in common. */
export const onIncident = {
  load,
  owns: ({ incident }: Subject, caller: Caller) => ownedBy(incident, caller.id),
  sees: ({ incident }: Subject, caller: Caller) => involves(incident, caller.id),
  seen: 'incident.read',
} as const

/** A change that must name the version it was decided on. */
export const onIncidentVersion = { ...onIncident, etag, current } as const

const actingAs = (incident: Incident, caller: Caller) =>
  sideOf(incident, caller) === 'worker' ? 'worker' : 'requester'

export const moverFor = (
  { incident, settings }: Pick<Subject, 'incident' | 'settings'>,
  { caller, now, channel }: { caller: Caller; now: string; channel: Channel },
): Mover => ({
  by: { kind: 'person', id: caller.id, name: caller.name, as: actingAs(incident, caller) },
  side: sideOf(incident, caller),
  channel,
  now,
  legal: movesFor(incident, caller, settings.moveMatrix),
})
