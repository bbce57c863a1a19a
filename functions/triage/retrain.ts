import type { Instant } from '../runtime/instant.ts'
import { type Confirmed, hasLabels, learned } from './example.ts'
import { leastExamples, type Model, train } from './model.ts'
import type { ModelHead } from './model-store.ts'
import type { Triage } from './store.ts'
import type { Tree } from './tree.ts'

/**
 * Learns again from the newest confirmed incidents and puts the result into force. Of two trainings at once
 * one wins, and what it put into force is answered to both; undefined while there are too few examples.
 */
export async function retrain(
  { examples, models }: Triage,
  tree: Tree,
  now: Instant,
): Promise<ModelHead | undefined> {
  const [over, confirmed] = await Promise.all([models.readHead(), examples.newest()])
  const model = modelFrom(confirmed, tree, now)
  if (!model) return undefined
  return (await models.replace(model, over)) ?? models.readHead()
}

function modelFrom(confirmed: readonly Confirmed[], tree: Tree, now: Instant): Model | undefined {
  const taught = confirmed.filter(hasLabels).map(learned)
  return taught.length < leastExamples ? undefined : train(taught, now, tree)
}

/** What is in force, as people are told. */
export const trainingFrom = ({ version, trainedAt, examples, features }: ModelHead) => ({
  version,
  trainedAt,
  examples,
  features,
})
