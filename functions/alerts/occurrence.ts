import * as z from 'zod/mini'

export const severities = ['critical', 'error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** More labels than this are no description of one alert any more. */
export const mostLabels = 64
export const longestLabel = { name: 128, value: 1024 }
export const mostLinks = 5

const Labels = z
  .record(
    z.string().check(z.minLength(1), z.maxLength(longestLabel.name)),
    z.string().check(z.maxLength(longestLabel.value)),
  )
  .check(z.refine((labels) => Object.keys(labels).length <= mostLabels))

export const Link = z.object({
  text: z.string().check(z.maxLength(120)),
  url: z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/\S+$/i)),
})
export type Link = z.infer<typeof Link>

/**
 * What a source said once of one alert, in the product's own words. What it says twice has the same fingerprint: that
 * of the thing that is wrong, not of the message.
 */
export const Occurrence = z.object({
  sourceId: z.string(),
  /** 32 hexadecimal digits, unique within its source. */
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  status: z.enum(['firing', 'resolved']),
  title: z.string().check(z.minLength(1), z.maxLength(160)),
  summary: z.optional(z.string().check(z.maxLength(2000))),
  severity: z.enum(severities),
  labels: Labels,
  links: z.array(Link).check(z.maxLength(mostLinks)),
  /** How the source itself groups it, where it says so. */
  group: z.optional(z.string().check(z.maxLength(500))),
  /** By the source's clock, which is compared with itself alone: when it began, and when this was so. */
  startsAt: z.optional(z.string()),
  saidAt: z.optional(z.string()),
  /** Its source says its state again and again while it lasts. */
  restates: z.optional(z.literal(true)),
  /** Who said so by hand, instead of the source. */
  by: z.optional(z.string().check(z.maxLength(200))),
  /** By the product's clock; every window is reckoned by it. */
  receivedAt: z.string(),
  /** JSON as it came, of this one alert, up to 8 KB. */
  payload: z.optional(z.string().check(z.maxLength(8192))),
})
export type Occurrence = z.infer<typeof Occurrence>
