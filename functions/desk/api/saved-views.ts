import { ok, operation } from '../../runtime/operation.ts'
import { SavedViews } from '../saved-view.ts'

const answers = { status: 200, description: 'My saved views, in my order', schema: SavedViews }

export const readSavedViews = operation({
  method: 'GET',
  path: '/me/views',
  summary: 'List the views that I saved',
  action: 'incident.list_work',
  answers,
  load: async (_params, { savedViews }, { callerId }) => ({ items: await savedViews.read(callerId) }),
  perform: async ({ subject }) => ok(subject),
})

export const writeSavedViews = operation({
  method: 'PUT',
  path: '/me/views',
  summary: 'Save my views, the whole list at once',
  action: 'incident.list_work',
  body: SavedViews,
  answers,
  async perform({ caller, body }, { savedViews }) {
    await savedViews.write(caller.id, body.items)
    return ok(body)
  },
})
