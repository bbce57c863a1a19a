import { dueKeys } from '../runtime/due-keys.ts'
import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import { after, days, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { dueAtOf, type Job } from './job.ts'

const keptFor = days(30)
const jobKey = (id: string) => ({ pk: id, sk: '!head' })

export const openJobs = (table: Table) => ({
  async read(id: string): Promise<Job | undefined> {
    const item = await table.get(jobKey(id))
    return item && jobFrom(item)
  },

  /** Stores a new job; its clock starts from the event. @returns the first answer again for the same key. */
  async add(job: Job, { now, answer, once }: { now: Instant; answer: Answer; once?: Once }): Promise<Answer> {
    const collisions = await table.transact([
      ...(once ? [rememberAnswer(table, once, answer, now)] : []),
      table.putting(itemOf(job), { ConditionExpression: 'attribute_not_exists(pk)' }),
      eventWrite(table, job, { type: 'bulk.requested', at: now }),
    ])
    const remembered = once && collisions.find(({ index }) => index === 0)?.item
    if (once && remembered) return firstAnswer(remembered, once)
    if (collisions.length > 0) throw new Error(`There is a ${job.id} already.`)
    return answer
  },

  /** Writes it over the one that was read. @returns whether it was still that one. */
  async save(before: Job, job: Job, event?: { type: `bulk.${string}`; at: Instant }): Promise<boolean> {
    const collisions = await table.transact([
      table.putting(itemOf(job), {
        ConditionExpression: 'generation = :generation',
        ExpressionAttributeValues: { ':generation': before.generation },
      }),
      ...(event ? [eventWrite(table, job, event)] : []),
    ])
    return collisions.length === 0
  },
})
export type Jobs = ReturnType<typeof openJobs>

function itemOf(job: Job): Item {
  const dueAt = dueAtOf(job)
  return {
    ...jobKey(job.id),
    ...{ id: job.id, generation: job.generation, job },
    ...(dueAt && dueKeys(job.id, { kind: 'bulk', dueAt })),
    expiresAtEpoch: epochSeconds(after(job.requestedAt, keptFor)),
  }
}

const jobFrom = ({ job }: Item): Job => job as Job

/** What happened to the job; with the instant at which it wants to be woken. */
function eventWrite(table: Table, job: Job, { type, at }: { type: string; at: Instant }): Write {
  const dueAt = dueAtOf(job)
  return table.putting({
    ...{ pk: job.id, sk: `E#${String(job.generation).padStart(6, '0')}` },
    ...{ type, at, by: { kind: 'person', ...job.by } },
    ...(dueAt && { wake: { generation: job.generation, kind: 'bulk', dueAt } }),
    expiresAtEpoch: epochSeconds(after(job.requestedAt, keptFor)),
  })
}
