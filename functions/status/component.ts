import * as z from 'zod/mini'

const Name = z.object({ en: z.string(), de: z.string() })

/** A part of what the organisation offers, as the status page shows it. */
export const Component = z.object({ id: z.string(), name: Name, group: Name })
export type Component = z.infer<typeof Component>
