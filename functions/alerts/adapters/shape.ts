import * as z from 'zod/mini'
import { unfit } from '../refused.ts'

/** The body, or what stands at a place of it, as a sender's schema reads it. @throws Refused that says where it is another. */
export function shaped<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  sender: string,
  place: readonly PropertyKey[] = [],
): z.output<Schema> {
  const result = z.safeParse(schema, body)
  if (result.success) return result.data
  throw unfit(
    'unknown_shape',
    result.error.issues.slice(0, 20).map(({ path }) => ({
      path: [...place, ...path].join('.'),
      message: {
        en: `This is missing, or not as ${sender} sends it.`,
        de: `Das fehlt oder ist nicht so, wie ${sender} es sendet.`,
      },
    })),
  )
}

/** A field of the body, before its shape is known. */
export const fieldOf = (body: unknown, name: string): unknown =>
  body !== null && typeof body === 'object' && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined

/** What comes in one body is written in one go; monitoring systems send far less. */
export const mostAlerts = 2000

export const Texts = z.record(z.string(), z.unknown())

/** An alert as Alertmanager sends it, and Grafana after it. */
export const WireAlert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: Texts,
  annotations: z._default(z.nullable(Texts), {}),
  startsAt: z.optional(z.string()),
  endsAt: z.optional(z.string()),
  generatorURL: z.optional(z.string()),
  fingerprint: z.optional(z.string()),
})
