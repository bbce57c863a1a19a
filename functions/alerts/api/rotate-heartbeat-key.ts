import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { setting } from '../../runtime/config.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { rotatedHeartbeat } from '../heartbeat.ts'
import { pingUrl, ShownKey } from '../heartbeat-answer.ts'
import { heartbeatKey } from '../heartbeat-key.ts'
import { mostOverlapMinutes } from '../source-key.ts'

const Overlap = z.number().check(z.int(), z.minimum(0), z.maximum(mostOverlapMinutes))

export const rotateHeartbeatKey = operation({
  method: 'POST',
  path: '/heartbeats/{id}/rotate',
  summary:
    'Make a new key of a heartbeat, shown once; the one before stays valid until the overlap ends, older ones end now',
  action: 'settings.edit',
  body: z.object({ overlapMinutes: z._default(Overlap, 1440) }),
  answers: {
    status: 200,
    description: 'The new key, and when the one before ends',
    schema: z.extend(ShownKey, { previousExpiresAt: z.optional(z.string()) }),
  },
  load: ({ id = '' }, { heartbeats }) => heartbeats.find(id),
  async perform({ subject, body: { overlapMinutes }, caller: { id, name }, now }, { heartbeats }) {
    const { key, kept } = heartbeatKey(randomBytes(32), { by: { id, name }, now })
    const { after, previousExpiresAt } = rotatedHeartbeat(subject, kept, { now, overlapMinutes })
    if (!(await heartbeats.save(subject, after))) throw stale()
    return ok({ key, url: pingUrl(setting('API_URL'), subject.id), previousExpiresAt })
  },
})
