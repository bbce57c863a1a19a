import { ok, operation } from '../../runtime/operation.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { TrainingAnswer } from '../answers.ts'
import { leastExamples } from '../model.ts'
import { retrain, trainingFrom } from '../retrain.ts'
import { treeOf } from '../tree.ts'

export const trainTriage = operation({
  method: 'POST',
  path: '/triage/train',
  summary: 'Learn now from what was confirmed',
  action: 'triage.train',
  answers: { status: 200, description: 'What is in force now', schema: TrainingAnswer },
  async perform({ now }, { settings, triage }) {
    const { categories } = await settings.current()
    const head = await retrain(triage, treeOf(categories), now)
    if (!head) throw tooFew()
    return ok(trainingFrom(head))
  },
})

const tooFew = () =>
  new Refusal('conflict', {
    en: `There is too little to learn from yet: it takes ${leastExamples} resolved incidents. Rules work without them.`,
    de: `Es gibt noch zu wenig zum Lernen: Nötig sind ${leastExamples} gelöste Vorfälle. Regeln funktionieren auch ohne sie.`,
  })
