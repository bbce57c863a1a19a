import * as z from 'zod/mini'
import { codes, stages } from './alert.ts'
import { Link, severities } from './occurrence.ts'

const holders = ['silence', 'maintenance', 'inhibition', 'flapping'] as const

const Row = {
  id: z.string(),
  sourceId: z.string(),
  title: z.string(),
  status: z.enum(['firing', 'resolved']),
  severity: z.enum(severities),
  serviceId: z.optional(z.string()),
  teamId: z.string(),
  firedAt: z.iso.datetime(),
  /** Noted every five minutes at most. */
  lastSeenAt: z.iso.datetime(),
}

export const AlertRowAnswer = z.object({ ...Row, heldBy: z.optional(z.enum(holders)) })

export const StepAnswer = z.object({
  stage: z.enum(stages),
  verdict: z.enum(['passes', 'waits', 'stops']),
  code: z.enum(codes),
  data: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})

export const AlertAnswer = z.object({
  ...Row,
  summary: z.optional(z.string()),
  labels: z.record(z.string(), z.string()),
  links: z.array(Link),
  payload: z.optional(z.string()),
  /** By the clock of the source. */
  startsAt: z.optional(z.string()),
  resolvedAt: z.optional(z.iso.datetime()),
  /** Recent changes between firing and resolved. */
  changes: z.array(z.iso.datetime()),
  hold: z.optional(z.object({ by: z.enum(holders), id: z.string(), until: z.optional(z.iso.datetime()) })),
  incidentId: z.optional(z.string()),
  /** The stages that it went through, in order, and why it went on or did not. */
  way: z.array(StepAnswer),
})
