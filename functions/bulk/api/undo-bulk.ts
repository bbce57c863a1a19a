import { ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { stale } from '../../runtime/stale.ts'
import { JobAnswer, representJob } from '../answers.ts'
import { undo } from '../job.ts'

export const undoBulk = operation({
  method: 'POST',
  path: '/bulk/{jobId}/undo',
  summary: 'Take a change of many incidents back before it starts',
  action: 'incident.bulk',
  answers: { status: 200, description: 'The job, undone', schema: JobAnswer },
  load: ({ jobId = '' }, { jobs }) => jobs.read(jobId),
  async perform({ caller, subject, now, language }, { jobs }) {
    if (subject.by.id !== caller.id) throw notFound()
    const undone = undo(subject)
    // Whoever loses to the start decides again, on a job that has begun.
    if (undone !== subject && !(await jobs.save(subject, undone, { type: 'bulk.undone', at: now }))) {
      throw stale()
    }
    return ok(representJob(undone, language))
  },
})
