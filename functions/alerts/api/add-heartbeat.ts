import { randomBytes } from 'node:crypto'
import { ulid } from 'ulid'
import * as z from 'zod/mini'
import { setting } from '../../runtime/config.ts'
import { created, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { demandNone, problemsOfPlace, tooManyHeld } from '../control-refusals.ts'
import { HeartbeatRequest, heartbeat, mostHeartbeats } from '../heartbeat.ts'
import { HeartbeatAnswer, heartbeatAnswer, pingUrl, ShownKey, tagOfHeartbeat } from '../heartbeat-answer.ts'
import { heartbeatKey } from '../heartbeat-key.ts'

export const addHeartbeat = operation({
  method: 'POST',
  path: '/heartbeats',
  summary: 'Wait for something that says at regular times that it lives, from now on; its key is shown once',
  action: 'settings.edit',
  body: HeartbeatRequest,
  answers: {
    status: 201,
    description: 'The heartbeat, with the key and the address that it is sent to',
    schema: z.extend(HeartbeatAnswer, ShownKey.shape),
  },
  async load(_params, { heartbeats, settings }) {
    const [all, setUp] = await Promise.all([heartbeats.list(), settings.current()])
    return { all, setUp }
  },
  async perform({ body, caller: { id: callerId, name }, subject: { all, setUp }, now }, { heartbeats }) {
    if (all.length >= mostHeartbeats) throw tooManyHeld(mostHeartbeats)
    demandNone(problemsOfPlace(body, setUp))
    const { key, kept } = heartbeatKey(randomBytes(32), { by: { id: callerId, name }, now })
    const one = heartbeat(body, { id: `hb_${ulid(Date.parse(now)).toLowerCase()}`, key: kept, now })
    if (!(await heartbeats.save(undefined, one))) throw stale()
    const url = pingUrl(setting('API_URL'), one.id)
    return created({ ...heartbeatAnswer(one, now, { withKeys: true }), key, url }, tagOfHeartbeat(one))
  },
})
