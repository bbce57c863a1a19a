import { ok, operation } from '../../runtime/operation.ts'
import { ComponentPage } from '../answers.ts'
import { readComponents } from '../read-site.ts'

export const listComponents = operation({
  method: 'GET',
  path: '/components',
  summary: 'The components with their states, for everybody',
  action: 'anyone',
  answers: {
    status: 200,
    description: 'All components, in the order of the status page',
    schema: ComponentPage,
  },
  load: (_params, services) => readComponents(services, new Date().toISOString()),
  perform: async ({ subject: items }) => ok({ items }),
})
