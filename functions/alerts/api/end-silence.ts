import { ok, operation } from '../../runtime/operation.ts'
import { SilenceAnswer, silenceAnswer, tagOfSilence } from '../control-answers.ts'
import { endedSilence } from '../silence.ts'

export const endSilence = operation({
  method: 'POST',
  path: '/silences/{id}/end',
  summary: 'End a silence now; what still fires goes on its way',
  action: 'silence.edit',
  answers: { status: 200, description: 'The silence, which is over', schema: SilenceAnswer },
  load: ({ id = '' }, { silences }) => silences.read(id),
  async perform({ subject, caller: { id, name }, now }, { silences }) {
    const change = endedSilence(subject, { by: { id, name }, now })
    return silences.save(change, {
      now,
      answer: () => ok(silenceAnswer(change.after, now), tagOfSilence(change.after)),
    })
  },
})
