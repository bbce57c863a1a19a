import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { HeldAnswer, heldNow } from '../control-answers.ts'
import { Matchers } from '../matcher.ts'
import { readFiring } from '../read-firing.ts'

export const previewSilence = operation({
  method: 'POST',
  path: '/silences/preview',
  summary: 'Say which of the alerts that fire now a silence would hold; nothing is stored',
  action: 'alert.read',
  body: z.object({ matchers: Matchers }),
  answers: { status: 200, description: 'How many, and some of them', schema: HeldAnswer },
  load: (_params, services) => readFiring(services),
  perform: async ({ body: { matchers }, subject: firing }) => ok(heldNow(matchers, firing)),
})
