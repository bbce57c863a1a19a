import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { AccuracyAnswer } from '../answers.ts'
import { accuracyOf } from '../report.ts'
import { trainingFrom } from '../retrain.ts'
import { treeOf } from '../tree.ts'

const Query = z.object({
  last: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2000)), 1000),
})

export const readAccuracy = operation({
  method: 'GET',
  path: '/triage/report',
  summary: 'Compare suggestions with what incidents turned out to be',
  action: 'triage.read',
  query: Query,
  answers: { status: 200, description: 'Each kind over the last resolved incidents', schema: AccuracyAnswer },
  async perform({ query }, { settings, triage }) {
    const [current, model, confirmed] = await Promise.all([
      settings.current(),
      triage.models.readHead(),
      triage.examples.newest(query.last),
    ])
    return ok({
      mode: current.triage.mode,
      model: model && trainingFrom(model),
      kinds: accuracyOf(confirmed, treeOf(current.categories)),
    })
  },
})
