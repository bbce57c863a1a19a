import { ok, operation } from '../../runtime/operation.ts'
import { Settings } from '../settings.ts'

export const readSettings = operation({
  method: 'GET',
  path: '/settings',
  summary: 'Read the whole configuration as one document',
  action: 'settings.read',
  answers: { status: 200, description: 'The configuration in force', schema: Settings },
  load: (_params, { settings }) => settings.current(),
  perform: async ({ subject }) => ok(subject),
})
