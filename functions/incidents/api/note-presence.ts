import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { numberPattern } from '../incident.ts'
import { Present, stillThere } from '../presence.ts'
import { involves, ownedBy } from '../representation.ts'

export const notePresence = operation({
  method: 'PUT',
  path: '/incidents/{id}/presence',
  summary: 'Say that I am looking at it, and see who else is',
  action: 'incident.see_presence',
  body: z.object({ typing: z.optional(z.boolean()) }),
  answers: {
    status: 200,
    description: 'The others who look at it now',
    schema: z.object({ items: z.array(Present) }),
  },
  async load({ id = '' }, { incidents, presences }) {
    if (!numberPattern.test(id)) return undefined
    const [incident, present] = await Promise.all([incidents.readHead(id), presences.at(id)])
    return incident && { incident, present }
  },
  owns: ({ incident }, caller) => ownedBy(incident, caller.id),
  sees: ({ incident }, caller) => involves(incident, caller.id),
  seen: 'incident.read',
  async perform({ caller, body: { typing }, subject: { incident, present }, now }, { presences }) {
    await presences.note(incident, { id: caller.id, name: caller.name, at: now, typing: typing || undefined })
    return ok({ items: stillThere(present, caller.id, now) })
  },
})
