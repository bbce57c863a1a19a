import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { numberPattern } from '../incident.ts'
import { ownedBy } from '../representation.ts'
import { verify } from '../timeline.ts'

/** Looks that a change between two reads may spoil before it is called a break. */
const looks = 3

async function load({ id = '' }: Record<string, string>, { incidents }: Services) {
  if (!numberPattern.test(id)) return undefined
  const [incident, open, internal] = await Promise.all([
    incidents.readHead(id),
    incidents.readEntries(id, 'public'),
    incidents.readEntries(id, 'internal'),
  ])
  return incident && { incident, open: open.reverse(), internal: internal.reverse() }
}
type Subject = NonNullable<Awaited<ReturnType<typeof load>>>

function verdictOn({ incident, open, internal }: Subject) {
  const verdicts = [verify(incident, 'public', open), verify(incident, 'internal', internal)]
  return { intact: verdicts.every(({ intact }) => intact), verdicts }
}

export const verifyTimeline = operation({
  method: 'GET',
  path: '/incidents/{id}/timeline/verify',
  summary: 'Check that no entry was removed or changed',
  action: 'incident.read_internal',
  owns: ({ incident }, caller) => ownedBy(incident, caller.id),
  answers: {
    status: 200,
    description: 'Whether both chains are whole, and where not',
    schema: z.object({ intact: z.boolean(), verdicts: z.array(z.looseObject({ intact: z.boolean() })) }),
  },
  load,
  async perform({ params, subject }, services) {
    let verdict = verdictOn(subject)
    for (let look = 1; !verdict.intact && look < looks; look++) {
      verdict = verdictOn((await load(params, services)) ?? subject)
    }
    return ok(verdict)
  },
})
