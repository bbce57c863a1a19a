import { operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { type Heartbeat, removedHeartbeat } from '../heartbeat.ts'
import { heartbeatAnswer, tagOfHeartbeat } from '../heartbeat-answer.ts'

export const removeHeartbeat = operation({
  method: 'DELETE',
  path: '/heartbeats/{id}',
  summary: 'Wait for a heartbeat no more; an alert of it that fires is over',
  action: 'settings.edit',
  answers: { status: 204, description: 'It is gone, and its keys with it' },
  load: ({ id = '' }, { heartbeats }) => heartbeats.find(id),
  etag: tagOfHeartbeat,
  current: (one: Heartbeat) => heartbeatAnswer(one, new Date().toISOString(), { withKeys: true }),
  async perform({ subject, now }, { heartbeats }) {
    if (!(await heartbeats.save(subject, removedHeartbeat(subject, now)))) throw stale()
    return { status: 204 }
  },
})
