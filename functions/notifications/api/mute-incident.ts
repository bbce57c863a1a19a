import * as z from 'zod/mini'
import { numberPattern } from '../../incidents/incident.ts'
import { involves, ownedBy } from '../../incidents/representation.ts'
import { permits } from '../../people/access.ts'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'

const Muted = z.object({ id: z.string(), muted: z.boolean(), note: z.string() })

const notes = {
  muted: {
    en: 'You get no more mails about this incident. Should you be on call for it, you are paged all the same.',
    de: 'Sie bekommen keine Mails mehr zu diesem Vorfall. Haben Sie dafür Bereitschaft, werden Sie trotzdem alarmiert.',
  },
  heard: {
    en: 'You hear of this incident again.',
    de: 'Sie hören wieder von diesem Vorfall.',
  },
}

const muting = (method: 'PUT' | 'DELETE', summary: string) =>
  operation({
    method,
    path: '/incidents/{id}/mute',
    summary,
    action: 'incident.mute',
    seen: 'incident.read',
    answers: { status: 200, description: 'Whether I hear of it', schema: Muted },
    load: async ({ id = '' }: Record<string, string>, { incidents }: Services) =>
      numberPattern.test(id) ? incidents.readHead(id) : undefined,
    owns: (incident, caller) => ownedBy(incident, caller.id),
    sees: (incident, caller) => involves(incident, caller.id),
    async perform({ subject, caller, now, language }, { mutes }) {
      const { id } = subject
      const muted = method === 'PUT'
      // Who joined somebody else's incident is not shown its own words.
      const mayKnow = permits(caller.roles, 'incident.read', { own: ownedBy(subject, caller.id) })
      const what = { id, ...(mayKnow && { title: subject.title }) }
      await (muted ? mutes.set(caller.id, what, now) : mutes.end(caller.id, id))
      return ok({ id, muted, note: notes[muted ? 'muted' : 'heard'][language] })
    },
  })

export const muteIncident = muting('PUT', 'Hear no more of an incident, except when I am paged')
export const unmuteIncident = muting('DELETE', 'Hear of an incident again')
