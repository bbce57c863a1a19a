/** An instant as ISO 8601 in UTC with milliseconds: `2026-10-25T00:30:00.000Z`. Sorts as text. */
export type Instant = string

export const seconds = (n: number) => n * 1000
export const minutes = (n: number) => n * 60_000
export const hours = (n: number) => n * 3_600_000
export const days = (n: number) => n * 86_400_000

/** The instant a number of real, elapsed milliseconds after (or, negative, before) another. */
export const after = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

/** Whole seconds since 1970, as the table wants to be told when to forget an item. */
export const epochSeconds = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000)

/** Milliseconds from one instant to another; negative when `to` comes first. */
export const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

export const earliest = (instants: readonly Instant[]): Instant | undefined => [...instants].sort()[0]
