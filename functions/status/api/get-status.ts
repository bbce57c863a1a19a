import { ok, operation } from '../../runtime/operation.ts'
import { StatusAnswer } from '../answers.ts'
import { readSite } from '../read-site.ts'
import { summaryOf } from '../site.ts'

export const getStatus = operation({
  method: 'GET',
  path: '/status',
  summary: 'Whether everything works, for everybody',
  action: 'anyone',
  answers: { status: 200, description: 'The state of the whole and of its components', schema: StatusAnswer },
  load: (_params, services) => readSite(services, new Date().toISOString()),
  perform: async ({ subject: site }) => ok(summaryOf(site)),
})
