import { ok, operation } from '../../runtime/operation.ts'
import { SilenceAnswer, silenceAnswer, tagOfSilence } from '../control-answers.ts'

export const readSilence = operation({
  method: 'GET',
  path: '/silences/{id}',
  summary: 'Read a silence',
  action: 'alert.read',
  answers: {
    status: 200,
    description: 'What it holds, until when, whose it is and why',
    schema: SilenceAnswer,
  },
  load: ({ id = '' }, { silences }) => silences.read(id),
  perform: async ({ subject, now }) => ok(silenceAnswer(subject, now), tagOfSilence(subject)),
})
