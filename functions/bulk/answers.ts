import * as z from 'zod/mini'
import type { Language } from '../runtime/text.ts'
import type { Job } from './job.ts'

export const JobAnswer = z.object({
  jobId: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'undone']),
  requestedAt: z.iso.datetime(),
  startsAt: z.iso.datetime(),
  total: z.number(),
  /** How many were changed. */
  done: z.number(),
  failed: z.array(z.object({ id: z.string(), title: z.optional(z.string()), detail: z.string() })),
  change: z.record(z.string(), z.unknown()),
})

/** A job as whoever asked for it reads it. */
export const representJob = (job: Job, language: Language): z.infer<typeof JobAnswer> => ({
  jobId: job.id,
  state: job.state,
  requestedAt: job.requestedAt,
  startsAt: job.startsAt,
  total: job.ids.length,
  done: job.done,
  failed: job.failed.map(({ id, title, detail }) => ({ id, title, detail: detail[language] })),
  change: 'move' in job.change ? job.change.move : job.change.edit,
})
