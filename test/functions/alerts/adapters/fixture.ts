import * as z from 'zod/mini'
import type { Around } from '../../../../functions/alerts/adapters/occurrence-from.ts'
import { Occurrence } from '../../../../functions/alerts/occurrence.ts'
import { Refused } from '../../../../functions/alerts/refused.ts'
import type { Mapping, SourceKind } from '../../../../functions/alerts/source.ts'

export const receivedAt = '2026-11-28T08:00:00.000Z'

export const around = (kind: SourceKind, mapping?: Mapping): Around => ({
  source: { id: 'src_one', name: 'One', kind, treatment: {}, ...(mapping && { mapping }) },
  receivedAt,
})

/** Every adapter answers what the queue and the table can hold. */
export const valid = ({ occurrences }: { occurrences: unknown[] }): Occurrence[] =>
  occurrences.map((one) => z.parse(Occurrence, one))

/** The refusal that this ends with. @throws Error when it ends with none. */
export function refusalOf(work: () => unknown): Refused {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('It was not refused.')
}
