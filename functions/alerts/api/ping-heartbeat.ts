import * as z from 'zod/mini'
import { type Operation, ok, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { wrongKey } from '../control-refusals.ts'
import { deadlineOf, type Heartbeat, pinged } from '../heartbeat.ts'
import { isOpenedBy } from '../heartbeat-key.ts'

/** Whatever is wrong, the answer is the same: who guesses learns nothing of what there is. */
const ping = (method: 'POST' | 'GET'): Operation =>
  operation({
    method,
    path: '/heartbeats/{id}/ping',
    summary: 'Say that it lives, with the key of the heartbeat as Bearer or ?key=; noted once a minute',
    action: 'key',
    answers: {
      status: 200,
      description: 'When it is missed unless it says so again',
      schema: z.object({ deadlineAt: z.string() }),
    },
    load: async ({ id = '' }, { heartbeats }): Promise<{ one?: Heartbeat }> => ({
      one: await heartbeats.find(id),
    }),
    async perform({ subject: { one }, keyed: { key = '' }, now }, { heartbeats }) {
      if (!one || !isOpenedBy(one.keys, key, now)) throw wrongKey()
      const after = pinged(one, now)
      // It may have met its own wake: it is then read and tried again.
      if (after && !(await heartbeats.save(one, after))) throw stale()
      return ok({ deadlineAt: deadlineOf(after ?? one) })
    },
  })

/** Also by GET, for what can do nothing else. */
export const pingHeartbeat = [ping('POST'), ping('GET')]
