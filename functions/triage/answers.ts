import * as z from 'zod/mini'
import { degrees, priorities } from '../incidents/priority.ts'
import { kinds } from './kind.ts'
import { fieldStatuses } from './slice.ts'
import { triageModes } from './triage-settings.ts'

const Word = z.object({ word: z.string(), serviceId: z.optional(z.string()), weight: z.number() })
const deciders = ['rule', 'classifier'] as const

export const SuggestionAnswer = z.object({
  mode: z.enum(triageModes),
  categoryId: z.optional(z.string()),
  teamId: z.optional(z.string()),
  impact: z.optional(z.enum(degrees)),
  urgency: z.optional(z.enum(degrees)),
  priority: z.optional(z.enum(priorities)),
  /** How sure it is of the first of its fields, between 0 and 1; a rule is certain. */
  confidence: z.number(),
  words: z.array(Word),
  by: z.optional(z.enum(deciders)),
  ruleId: z.optional(z.string()),
  fields: z.array(
    z.object({
      name: z.enum(kinds),
      value: z.string(),
      confidence: z.number(),
      by: z.enum(deciders),
      words: z.array(Word),
      status: z.optional(z.enum(fieldStatuses)),
    }),
  ),
})

export const TrainingAnswer = z.object({
  version: z.number(),
  trainedAt: z.iso.datetime(),
  examples: z.number(),
  /** Words and services that it knows. */
  features: z.number(),
})

const Share = z.optional(z.number())

export const AccuracyAnswer = z.object({
  mode: z.enum(triageModes),
  model: z.optional(TrainingAnswer),
  kinds: z.array(
    z.object({
      kind: z.enum(kinds),
      outcomes: z.number(),
      suggested: z.number(),
      agreed: z.number(),
      near: z.number(),
      applied: z.number(),
      kept: z.number(),
      share: Share,
      coverage: Share,
      baseline: z.optional(z.object({ value: z.string(), share: z.number() })),
      confusions: z.array(
        z.object({
          suggested: z.string(),
          actual: z.string(),
          count: z.number(),
          incidentIds: z.array(z.string()),
        }),
      ),
      bins: z.array(
        z.object({
          from: z.number(),
          suggested: z.number(),
          agreed: z.number(),
          confidence: z.number(),
          share: z.number(),
        }),
      ),
    }),
  ),
})
