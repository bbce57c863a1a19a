import * as z from 'zod/mini'
import { priorities } from '../incidents/priority.ts'

const Ids = z._default(z.array(z.string()), [])

/** Which team an incident enters. Rules are asked in their order; what a list leaves empty does not matter. */
export const RoutingRule = z.object({
  id: z.string(),
  name: z.string(),
  when: z.object({
    serviceIds: Ids,
    categoryIds: Ids,
    priorities: z._default(z.array(z.enum(priorities)), []),
    organisationIds: Ids,
    /** One of these words or phrases in title or description, in any case. */
    words: Ids,
  }),
  teamId: z.string(),
})
export type RoutingRule = z.infer<typeof RoutingRule>

const Minutes = z.number().check(z.int(), z.minimum(1), z.maximum(525_600))

/** How long an incident may stay on a level before it moves on by itself, in elapsed minutes by priority. */
export const LevelTimers = z.partialRecord(z.enum(['L1', 'L2']), z.partialRecord(z.enum(priorities), Minutes))
export type LevelTimers = z.infer<typeof LevelTimers>

export const defaultLevelTimers: LevelTimers = { L1: { P1: 30, P2: 240, P3: 240, P4: 240, P5: 240 } }
