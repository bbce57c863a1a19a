import * as z from 'zod/mini'

/** Where an incident stands in every list of the index: they all go from the newest to the oldest. */
export const placeOf = ({ createdAt, id }: { createdAt: string; id: string }): string => `${createdAt}#${id}`

export const idAt = (place: string): string => place.slice(place.indexOf('#') + 1)

/** The list in which an incident is kept, by when it was reported: `2026-11`. */
export const monthOf = (place: string): string => place.slice(0, 7)

export const PlaceText = z
  .string()
  .check(z.maxLength(64), z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#INC-\d{6,}$/))
