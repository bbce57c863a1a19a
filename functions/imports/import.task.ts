import middy from '@middy/core'
import * as z from 'zod/mini'
import { log } from '../runtime/log.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { importBatch } from './import-batch.ts'
import { Batch } from './life.ts'

let services: Services | undefined

/** Incidents from elsewhere with their whole past, invoked batch by batch by whoever moves in. */
export const handler = middy().handler(async (event: unknown) => {
  const batch = z.parse(Batch, event)
  services ??= openServices()
  const outcome = await importBatch(batch, new Date().toISOString(), services)
  log.info('imported', { source: batch.source, ...outcome })
  return outcome
})
