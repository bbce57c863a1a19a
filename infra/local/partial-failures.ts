/**
 * The identifiers in `batchItemFailures`. As on AWS, an answer that cannot be read or an empty identifier
 * fails the whole batch, and no answer at all fails nothing.
 */
export function failedItems(payload: unknown): Set<string> | 'all' {
  if (payload === null || payload === undefined) return new Set()
  const { batchItemFailures } = payload as { batchItemFailures?: unknown }
  if (batchItemFailures === null || batchItemFailures === undefined) return new Set()
  if (!Array.isArray(batchItemFailures)) return 'all'
  const identifiers = batchItemFailures.map((item) => (item as { itemIdentifier?: unknown })?.itemIdentifier)
  if (identifiers.some((id) => typeof id !== 'string' || id === '')) return 'all'
  return new Set(identifiers as string[])
}
