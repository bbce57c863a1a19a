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
    async load(
      { id = '' }: Record<string, string>,
      { meToos }: Services,
      { callerId }: { callerId: string },
    ) {
      if (!numberPattern.test(id)) return undefined
      const { incident, affected } = await meToos.read(id, callerId)
      // Whose own report was merged mutes that one, and must not learn of this.
      return incident && { incident, joined: affected?.via === undefined ? affected : undefined }
    },
    owns: ({ incident }, caller) => ownedBy(incident, caller.id),
    sees: ({ incident, joined }, caller) => involves(incident, caller.id) || joined !== undefined,
    async perform({ subject, caller, now, language }, { mutes }) {
      const { incident, joined } = subject
      const { id } = incident
      const muted = method === 'PUT'
      // Who joined somebody else's incident knows it by the words in which it was published.
      const mayKnow = permits(caller.roles, 'incident.read', { own: involves(incident, caller.id) })
      const title = mayKnow ? incident.title : joined?.title
      const what = { id, ...(title !== undefined && { title }) }
      await (muted ? mutes.set(caller.id, what, now) : mutes.end(caller.id, id))
      return ok({ id, muted, note: notes[muted ? 'muted' : 'heard'][language] })
    },
  })

export const muteIncident = muting('PUT', 'Hear no more of an incident, except when I am paged')
export const unmuteIncident = muting('DELETE', 'Hear of an incident again')
