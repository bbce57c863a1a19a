import { ok, operation } from '../../runtime/operation.ts'
import { SilenceAnswer, silenceAnswer, tagOfSilence } from '../control-answers.ts'
import { alreadyOver } from '../control-refusals.ts'
import { editedSilence, type Silence, SilencePatch, stateOfSilence } from '../silence.ts'

export const editSilence = operation({
  method: 'PATCH',
  path: '/silences/{id}',
  summary: 'Change the end, the reason or the matchers of a silence; what it holds no more goes on its way',
  action: 'silence.edit',
  body: SilencePatch,
  answers: { status: 200, description: 'The silence as it is now', schema: SilenceAnswer },
  load: ({ id = '' }, { silences }) => silences.read(id),
  etag: tagOfSilence,
  current: (subject: Silence) => silenceAnswer(subject, new Date().toISOString()),
  demandPossible: (subject: Silence) => {
    if (stateOfSilence(subject, new Date().toISOString()) === 'ended') throw alreadyOver()
  },
  async perform({ subject, body, caller: { zone }, now }, { silences }) {
    const change = editedSilence(subject, body, { now, zone })
    return silences.save(change, {
      now,
      answer: () => ok(silenceAnswer(change.after, now), tagOfSilence(change.after)),
    })
  },
})
