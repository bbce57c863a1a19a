import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { HeartbeatAnswer, heartbeatAnswer, tagOfHeartbeat } from '../heartbeat-answer.ts'

export const listHeartbeats = operation({
  method: 'GET',
  path: '/heartbeats',
  summary: 'List heartbeats and how they stand',
  action: 'heartbeat.read',
  answers: {
    status: 200,
    description: 'Every one, by its name',
    schema: z.object({ items: z.array(HeartbeatAnswer) }),
  },
  load: (_params, { heartbeats }) => heartbeats.list(),
  async perform({ subject, caller, now }) {
    const withKeys = caller.may('settings.edit')
    const items = subject.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    return ok({ items: items.map((one) => heartbeatAnswer(one, now, { withKeys })) })
  },
})

export const readHeartbeat = operation({
  method: 'GET',
  path: '/heartbeats/{id}',
  summary: 'Read a heartbeat',
  action: 'heartbeat.read',
  answers: { status: 200, description: 'How it is set up and how it stands', schema: HeartbeatAnswer },
  load: ({ id = '' }, { heartbeats }) => heartbeats.find(id),
  perform: async ({ subject, caller, now }) =>
    ok(heartbeatAnswer(subject, now, { withKeys: caller.may('settings.edit') }), tagOfHeartbeat(subject)),
})
