import * as z from 'zod/mini'
import { type Operation, ok, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { wrongKey } from '../control-refusals.ts'
import { deadlineOf, type Heartbeat, pinged } from '../heartbeat.ts'
import { isOpenedBy } from '../heartbeat-key.ts'

/** It may meet its own wake, or somebody who sets it up: who pings knows nothing of that, and would not try again. */
const rounds = 3

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
      let read = one
      for (let round = 0; round < rounds; round++) {
        if (!read || !isOpenedBy(read.keys, key, now)) throw wrongKey()
        const after = pinged(read, now)
        if (!after || (await heartbeats.save(read, after)))
          return ok({ deadlineAt: deadlineOf(after ?? read) })
        read = await heartbeats.find(read.id)
      }
      throw stale()
    },
  })

/** Also by GET, for what can do nothing else. */
export const pingHeartbeat = [ping('POST'), ping('GET')]
