import { changeByEdit } from '../incidents/api/edit-incident.ts'
import type { Change } from '../incidents/change.ts'
import { move } from '../incidents/move.ts'
import type { IncidentRecord } from '../incidents/store.ts'
import type { Person } from '../people/person.ts'
import { type Caller, callerFrom } from '../runtime/caller.ts'
import { once, recall } from '../runtime/idempotency.ts'
import { moverFor } from '../runtime/incident-subject.ts'
import { elapsed, type Instant, seconds } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import { ok } from '../runtime/operation.ts'
import { forbidden, notFound, Refusal } from '../runtime/refusal.ts'
import type { Services } from '../runtime/services.ts'
import type { Settings } from '../settings/settings.ts'
import { type Failure, type Job, mostTakes, progressed, step, take } from './job.ts'

/** What one wake spends on a job, well within what it is given; the rest goes on in another. */
const budget = seconds(4)
/** Tries of one incident that others are changing at the same time. */
const rounds = 5

type Around = { caller?: Caller; people: readonly Person[]; settings: Settings; services: Services }

/**
 * Does what is left of a job that is due, some incidents at a time; quiet when nothing is, or somebody else is at it.
 * Rights and set-up are read again for every few: what counts is what is true when an incident changes.
 */
export async function performJob(id: string, services: Services): Promise<void> {
  const clock = () => new Date().toISOString()
  const found = await services.jobs.read(id)
  if (!found) throw new Error(`There is no ${id} to be done.`)
  const begunAt = clock()
  let job = take(found, begunAt)
  if (!job || !(await services.jobs.save(found, job))) return
  while (job.state === 'running') {
    const around = await aroundOf(job, services)
    const due = job.ids.slice(job.tried, job.tried + step)
    const held: Job = job
    const outcomes = await Promise.all(due.map((incidentId) => outcomeOf(incidentId, held, around)))
    const now = clock()
    const goesOn = elapsed(begunAt, now) < budget ? 'now' : 'later'
    const after: Job = progressed(job, outcomes, { now, goesOn })
    const isOver = after.state === 'done'
    const event = isOver ? 'bulk.finished' : goesOn === 'later' ? 'bulk.continued' : undefined
    if (!(await services.jobs.save(job, after, event && { type: event, at: now }))) return
    if (goesOn === 'later') return
    job = after
  }
}

async function aroundOf({ by, change }: Job, services: Services): Promise<Around> {
  const assigneeId = 'edit' in change ? change.edit.assigneeId : undefined
  const [person, people, settings] = await Promise.all([
    services.people.read(by.id),
    services.people.readMany(assigneeId ? [assigneeId] : []),
    services.settings.current(),
  ])
  return { caller: person && callerFrom(person, settings), people, settings, services }
}

/** Changes one incident, once, whatever happens in between: what this job did before is remembered with the change. */
async function outcomeOf(id: string, job: Job, around: Around): Promise<Failure | undefined> {
  const { services, settings, caller } = around
  const asked = once(job.id, id, 'bulk', job.change)
  let title: string | undefined
  for (let round = 1; ; round++) {
    const now = new Date().toISOString()
    try {
      const record = await services.incidents.read(id)
      title = record?.incident.title
      if (!record) throw notFound()
      if (!caller) throw forbidden()
      const change = changeFor(record, job, { ...around, caller, now })
      await services.saveIncident(change, { now, settings, once: asked, answer: () => ok({ id }) })
      return undefined
    } catch (error) {
      if (error instanceof Refusal) {
        if (await recall(services.table, asked, now)) return undefined
        if ((error.code === 'stale' || error.code === 'conflict') && round < rounds) continue
        return { id, title, detail: error.sentence }
      }
      log.error('fault', { jobId: job.id, incidentId: id, error: error as Error })
      if (job.takes < mostTakes) throw error
      return { id, title, detail: ours }
    }
  }
}

/** The same decision as for one incident, by the same rules. @throws Refusal */
export function changeFor(
  record: IncidentRecord,
  { change, channel }: Pick<Job, 'change' | 'channel'>,
  { caller, people, settings, now }: Omit<Around, 'caller' | 'services'> & { caller: Caller; now: Instant },
): Change {
  const subject = { ...record, settings, now, people }
  if (!caller.may('incident.bulk')) throw forbidden()
  if ('edit' in change) {
    if (!caller.may('incident.edit')) throw forbidden()
    return changeByEdit(change.edit, subject, { caller, now, channel })
  }
  if (!caller.may('incident.move')) throw forbidden()
  return move(record.incident, change.move, moverFor(subject, { caller, now, channel }))
}

const ours = {
  en: 'Something went wrong on our side. Please try this one again.',
  de: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es bei diesem noch einmal.',
}
