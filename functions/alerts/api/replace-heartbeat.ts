import { ok, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { demandNone, type Places, problemsOfPlace } from '../control-refusals.ts'
import { editedHeartbeat, type Heartbeat, HeartbeatRequest } from '../heartbeat.ts'
import { HeartbeatAnswer, heartbeatAnswer, tagOfHeartbeat } from '../heartbeat-answer.ts'

type Subject = { one: Heartbeat; setUp: Places }

export const replaceHeartbeat = operation({
  method: 'PUT',
  path: '/heartbeats/{id}',
  summary: 'Set a heartbeat up anew, or pause it; other times count from now on',
  action: 'settings.edit',
  body: HeartbeatRequest,
  answers: { status: 200, description: 'The heartbeat as it is now', schema: HeartbeatAnswer },
  async load({ id = '' }, { heartbeats, settings }): Promise<Subject | undefined> {
    const [one, setUp] = await Promise.all([heartbeats.find(id), settings.current()])
    return one && { one, setUp }
  },
  etag: ({ one }: Subject) => tagOfHeartbeat(one),
  current: ({ one }: Subject) => heartbeatAnswer(one, new Date().toISOString(), { withKeys: true }),
  async perform({ subject: { one, setUp }, body, now }, { heartbeats }) {
    demandNone(problemsOfPlace(body, setUp))
    const after = editedHeartbeat(one, body, now)
    if (!(await heartbeats.save(one, after))) throw stale()
    return ok(heartbeatAnswer(after, now, { withKeys: true }), tagOfHeartbeat(after))
  },
})
