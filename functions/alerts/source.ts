import * as z from 'zod/mini'
import { Treatment } from './rule.ts'

const sourceKinds = ['alertmanager', 'cloudwatch', 'eventbridge', 'grafana', 'generic', 'mail'] as const
export type SourceKind = (typeof sourceKinds)[number]

/**
 * A path into a payload, `alert.tags.host` or `items.0.name`, or a text with such paths in it: `{{ host }} is down`.
 * Where a list is read, paths begin at its item, and those with `$.` at the whole payload.
 */
const Path = z.string().check(z.minLength(1), z.maxLength(300))

/** How the payload of a generic source is read. */
export const Mapping = z.object({
  /** The list of alerts in one payload; without it the payload is one alert. */
  items: z.optional(Path),
  title: Path,
  summary: z.optional(Path),
  /** What makes two messages the same alert; without it the title and the labels do. */
  dedupKey: z.optional(Path),
  status: z.optional(
    z.object({
      path: Path,
      /** Values that mean that it is over, in any case: `ok`, `resolved`. All others mean that it fires. */
      resolved: z.array(z.string().check(z.maxLength(120))).check(z.minLength(1), z.maxLength(20)),
    }),
  ),
  severity: z.optional(
    z.object({
      path: Path,
      /** Which of the product's severities each value is, in any case; what is not here is a warning. */
      values: z.record(z.string().check(z.maxLength(120)), z.enum(['critical', 'error', 'warning', 'info'])),
    }),
  ),
  startsAt: z.optional(Path),
  link: z.optional(Path),
  /** Labels by name. */
  labels: z._default(z.record(z.string().check(z.minLength(1), z.maxLength(128)), Path), {}),
})
export type Mapping = z.infer<typeof Mapping>

export const Source = z.object({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  kind: z.enum(sourceKinds),
  mapping: z.optional(Mapping),
  /** What is done with its alerts where no rule says otherwise. */
  treatment: z._default(Treatment, {}),
  retired: z.optional(z.boolean()),
})
export type Source = z.infer<typeof Source>
