import { ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { JobAnswer, representJob } from '../answers.ts'

export const readBulk = operation({
  method: 'GET',
  path: '/bulk/{jobId}',
  summary: 'See how far a change of many incidents is',
  action: 'incident.bulk',
  answers: { status: 200, description: 'The job', schema: JobAnswer },
  load: ({ jobId = '' }, { jobs }) => jobs.read(jobId),
  async perform({ caller, subject, language }) {
    if (subject.by.id !== caller.id) throw notFound()
    return ok(representJob(subject, language))
  },
})
