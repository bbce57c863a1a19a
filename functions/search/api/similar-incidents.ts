import * as z from 'zod/mini'
import { IncidentPage } from '../../incidents/answers.ts'
import { numberPattern } from '../../incidents/incident.ts'
import { involves } from '../../incidents/representation.ts'
import type { IncidentRecord } from '../../incidents/store.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { similarTo } from '../similar.ts'

const Row = IncidentPage.shape.items.def.element

const Answer = z.object({
  items: z.array(
    z.extend(Row, {
      score: z.number(),
      words: z.array(z.string()),
      resolution: z.optional(z.object({ code: z.string(), text: z.string() })),
    }),
  ),
})

export const similarIncidents = operation({
  method: 'GET',
  path: '/incidents/{id}/similar',
  summary: 'List incidents that share the rare words of this one, with how they were resolved',
  action: 'incident.read_internal',
  seen: 'incident.read',
  answers: { status: 200, description: 'The most similar, at most five', schema: Answer },
  load: async ({ id = '' }, { incidents }): Promise<IncidentRecord | undefined> =>
    numberPattern.test(id) ? incidents.read(id) : undefined,
  owns: ({ incident }, caller) => involves(incident, caller.id),
  async perform({ subject: { incident, texts }, now }, { searchLists }) {
    const asked = { id: incident.id, title: incident.title, description: texts.description, now }
    return ok({ items: await similarTo(asked, searchLists) })
  },
})
