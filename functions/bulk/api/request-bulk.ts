import { ulid } from 'ulid'
import type { IncidentRecord } from '../../incidents/store.ts'
import type { Person } from '../../people/person.ts'
import type { Caller } from '../../runtime/caller.ts'
import { operation } from '../../runtime/operation.ts'
import { Refusal } from '../../runtime/refusal.ts'
import type { Settings } from '../../settings/settings.ts'
import { JobAnswer, representJob } from '../answers.ts'
import { BulkRequest, type Job, request } from '../job.ts'
import { changeFor } from '../perform-job.ts'

export const requestBulk = operation({
  method: 'POST',
  path: '/incidents/bulk',
  summary: 'Change many incidents at once, in ten seconds unless it is taken back',
  action: 'incident.bulk',
  body: BulkRequest,
  creates: true,
  answers: { status: 202, description: 'The job, and when it starts', schema: JobAnswer },
  async load(_params, { incidents, people, settings }, { body }) {
    const assigneeId = body?.change.assigneeId
    const [first, current, found] = await Promise.all([
      body?.ids[0] === undefined ? undefined : incidents.read(body.ids[0]),
      settings.current(),
      people.readMany(assigneeId ? [assigneeId] : []),
    ])
    return { first, settings: current, people: found }
  },
  async perform({ caller, body, subject, now, channel, language, once }, { jobs }) {
    const by = { id: caller.id, name: caller.name }
    const job = request(body, { id: `job_${ulid(Date.parse(now))}`, now, by, channel })
    demandComplete(job, subject, { caller, now })
    return jobs.add(job, { now, once, answer: { status: 202, body: representJob(job, language) } })
  },
})

type Looked = { first?: IncidentRecord; people: readonly Person[]; settings: Settings }

/**
 * What would be refused for every incident alike is refused at once; what depends on one is said of that one later.
 * @throws Refusal `incomplete` or `forbidden`.
 */
function demandComplete(job: Job, { first, ...around }: Looked, by: { caller: Caller; now: string }): void {
  if (!first) return
  try {
    changeFor(first, job, { ...around, ...by })
  } catch (error) {
    if (error instanceof Refusal && ['incomplete', 'forbidden'].includes(error.code)) throw error
  }
}
