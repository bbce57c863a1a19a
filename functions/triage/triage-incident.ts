import type { IncidentRecord } from '../incidents/store.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { ok } from '../runtime/operation.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Services } from '../runtime/services.ts'
import { decide } from './decide.ts'
import { confirmedFrom } from './example.ts'
import { triageOf } from './slice.ts'
import { knowledgeOf, type Organisation, type Suggestion, suggest } from './suggest.ts'

/** Somebody may change the incident while triage reads it; then it is read again. */
const rounds = 5

type Happened = Pick<DomainEvent, 'pk' | 'type' | 'after'>

/** Suggests for what was just reported; learns from what was resolved, closed, reopened or canceled. */
export async function onIncident(event: Happened, now: Instant, services: Services): Promise<void> {
  if (event.type === 'incident.reported') return suggestFor(event.pk, now, services)
  const isEnd = ['resolved', 'closed', 'canceled'].includes(String(event.after?.state))
  const isWhole = event.type === 'incident.reopened' || event.type === 'incident.imported'
  if (isEnd || isWhole) await learnFrom(event.pk, services)
}

async function suggestFor(id: string, now: Instant, services: Services): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const [record, settings] = await Promise.all([services.incidents.read(id), services.settings.current()])
    if (!record || triageOf(record.incident) || settings.triage.mode === 'off') return
    const suggestion = await suggestionFor(record, settings, services)
    // After the incident, so that nothing that people wrote into this version of it is missed.
    const entries = settings.triage.mode === 'auto' ? await entriesOf(id, services) : []
    const { triage, priorityMatrix: matrix } = settings
    const change = decide({ ...record, entries }, suggestion, { triage, matrix, now })
    if (change.events.length === 0) return services.triage.examples.looked(id)
    const saved = await services
      .saveIncident(change, { now, settings, answer: () => ok(undefined) })
      .catch(unlessStale)
    if (saved) return
  }
  throw new Error(`${id} is changing too fast for triage; it is tried again.`)
}

async function suggestionFor(
  { incident, texts }: IncidentRecord,
  settings: Organisation,
  { people, triage }: Services,
): Promise<Suggestion> {
  const [sender, model] = await Promise.all([people.read(incident.requester.id), triage.models.current()])
  const { title, serviceId } = incident
  const report = { title, description: texts.description, serviceId, sender: sender?.email }
  return suggest(report, knowledgeOf(settings, model))
}

const entriesOf = async (id: string, { incidents }: Services) =>
  (await Promise.all([incidents.readEntries(id, 'public'), incidents.readEntries(id, 'internal')])).flat()

/** Always from the incident as it stands: the same event twice, or late, comes to the same. */
async function learnFrom(id: string, { incidents, triage }: Services): Promise<void> {
  const record = await incidents.read(id)
  if (!record) return
  const confirmed = confirmedFrom(record.incident, record.texts)
  await (confirmed ? triage.examples.keep(confirmed) : triage.examples.withdraw(id, record.incident.version))
}

function unlessStale(error: unknown): undefined {
  // Somebody else was at it; what is decided again is decided on what is there then.
  if (!(error instanceof Refusal && (error.code === 'stale' || error.code === 'conflict'))) throw error
}
