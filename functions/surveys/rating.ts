import type { Rating } from '../incidents/representation.ts'

/** The rating in a survey's item, once there is one. */
export function ratingFrom(item: Record<string, unknown> | undefined): Rating | undefined {
  if (typeof item?.rating !== 'number') return undefined
  return {
    rating: item.rating,
    comment: typeof item.comment === 'string' ? item.comment : undefined,
    at: String(item.answeredAt),
  }
}
