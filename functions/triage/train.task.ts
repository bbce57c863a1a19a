import middy from '@middy/core'
import { log } from '../runtime/log.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { retrain } from './retrain.ts'
import { treeOf } from './tree.ts'

let services: Services | undefined

/** Every night: what was confirmed during the day counts from now on. Nothing else waits for it. */
export const handler = middy().handler(async () => {
  services ??= openServices()
  const { categories } = await services.settings.current()
  const head = await retrain(services.triage, treeOf(categories), new Date().toISOString())
  log.info('trained', { ...head })
  return { version: head?.version ?? 0, examples: head?.examples ?? 0, nextDueAt: null }
})
