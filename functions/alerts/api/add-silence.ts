import { ulid } from 'ulid'
import * as z from 'zod/mini'
import { created, operation } from '../../runtime/operation.ts'
import { HeldAnswer, heldNow, SilenceAnswer, silenceAnswer, tagOfSilence } from '../control-answers.ts'
import { mostControls } from '../control-change.ts'
import { tooManyHeld } from '../control-refusals.ts'
import { readFiring } from '../read-firing.ts'
import { SilenceRequest, silence } from '../silence.ts'

export const addSilence = operation({
  method: 'POST',
  path: '/silences',
  summary:
    'Hold alerts that match until an end: endsAt, or until the next time that a clock shows (of a weekday, if one is named)',
  action: 'silence.edit',
  body: SilenceRequest,
  creates: true,
  answers: {
    status: 201,
    description: 'The silence, and what it would hold of the alerts that fire now',
    schema: z.extend(SilenceAnswer, { wouldHold: HeldAnswer }),
  },
  load: (_params, { silences }) => silences.readLive(),
  async perform({ body, caller: { id, name, zone }, subject: live, now, once }, services) {
    if (live.length >= mostControls) throw tooManyHeld(mostControls)
    const made = { id: `sil_${ulid(Date.parse(now))}`, owner: { id, name }, now, zone }
    const change = silence(body, made)
    const wouldHold = heldNow(body.matchers, await readFiring(services))
    const answer = { ...silenceAnswer(change.after, now), wouldHold }
    return services.silences.save(change, {
      ...{ now, once },
      answer: () => created(answer, tagOfSilence(change.after)),
    })
  },
})
