import { setTimeout as pause } from 'node:timers/promises'
import type { Mapping } from './app-model.ts'
import { filterOf } from './event-pattern.ts'
import type { InvocationResult } from './invocation.ts'
import { failedItems } from './partial-failures.ts'

export interface StreamRecord {
  eventName: string
  dynamodb: { SequenceNumber: string } & Record<string, unknown>
}

export interface StreamConsumer {
  /** Delivers in order; each time a stretch is done its last sequence number is saved. */
  deliver(
    records: StreamRecord[],
    arn: string,
    save: (sequence: string) => void,
    isStopped: () => boolean,
  ): Promise<void>
}

const LONGEST_PAUSE = 5000

/** A mapping from a stream to a function: filters, batches, partial failures, retries that hold back what follows. */
export function streamConsumer(
  mapping: Mapping,
  invoke: (name: string, event: unknown) => Promise<InvocationResult>,
  log: (entry: object) => void,
): StreamConsumer {
  const takes = filterOf(mapping.filters)

  /** Answers how many of the batch are done. */
  async function attempt(batch: StreamRecord[], arn: string): Promise<number> {
    const Records = batch.map((record) => ({ ...record, eventSourceARN: arn }))
    const result = await invoke(mapping.functionName, { Records })
    if (result.fault) return 0
    if (!mapping.reportsItemFailures) return batch.length
    const failed = failedItems(result.payload)
    if (failed === 'all') return 0
    const first = batch.findIndex((record) => failed.has(record.dynamodb.SequenceNumber))
    return first === -1 ? batch.length : first
  }

  return {
    async deliver(records, arn, save, isStopped) {
      const taken = records.filter(takes)
      let retries = 0
      let size = mapping.batchSize
      while (taken.length > 0 && !isStopped()) {
        const batch = taken.slice(0, size)
        const done = await attempt(batch, arn)
        const last = batch[done - 1]
        if (last) save(last.dynamodb.SequenceNumber)
        taken.splice(0, done)
        if (done === batch.length) {
          retries = 0
          size = mapping.batchSize
          continue
        }
        retries = done > 0 ? 1 : retries + 1
        size = Math.max(1, Math.floor(batch.length / 2))
        const isGivenUp = mapping.maximumRetries >= 0 && retries > mapping.maximumRetries
        log({
          level: 'warn',
          message: 'stream batch failed',
          records: batch.length - done,
          retries,
          isGivenUp,
        })
        if (isGivenUp) taken.splice(0, batch.length - done)
        else await pause(Math.min(LONGEST_PAUSE, 100 * 2 ** retries))
      }
      const final = records.at(-1)
      if (final && !isStopped()) save(final.dynamodb.SequenceNumber)
    },
  }
}
