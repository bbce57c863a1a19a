import * as z from 'zod/mini'
import { setting } from '../../runtime/config.ts'
import { ok, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { takesNoKey } from '../source-access.ts'
import { Shown, sendingWith } from '../source-address.ts'
import { mostOverlapMinutes } from '../source-key.ts'

export const rotateKey = operation({
  method: 'POST',
  path: '/sources/{id}/rotate',
  summary:
    'Make a new key of a source, shown once; the one before stays valid until the overlap ends, older ones end now',
  action: 'settings.edit',
  body: z.object({
    overlapMinutes: z._default(z.number().check(z.int(), z.minimum(0), z.maximum(mostOverlapMinutes)), 1440),
  }),
  answers: {
    status: 200,
    description: 'The new key, and when the one before ends',
    schema: z.extend(Shown, { previousExpiresAt: z.optional(z.string()) }),
  },
  load: async ({ id }, { settings }) => (await settings.current()).alertSources.find((one) => one.id === id),
  demandPossible({ retired }) {
    if (retired) throw takesNoKey()
  },
  async perform({ subject: source, body: { overlapMinutes }, caller: { id, name }, now }, { sourceKeys }) {
    const made = await sourceKeys.rotate(source, { now, by: { id, name }, overlapMinutes })
    if (!made) throw stale()
    const reach = { apiUrl: setting('API_URL'), mailDomain: setting('MAIL_DOMAIN') }
    return ok({
      ...sendingWith(made.key, source, reach),
      ...(made.previousExpiresAt && { previousExpiresAt: made.previousExpiresAt }),
    })
  },
})
