import { queueable } from './clean.ts'
import type { Occurrence } from './occurrence.ts'

/** What was received at once: one request of a source, or a part of one. */
export type Received = { sourceId: string; requests: number; occurrences: Occurrence[] }

/** As a message of the queue. */
export const messageOf = (received: Received): string => queueable(JSON.stringify(received))

/** How many bytes of a message it takes. */
export const bytesOf = (occurrence: Occurrence): number =>
  Buffer.byteLength(queueable(JSON.stringify(occurrence)))
