/**
 * One way in which people put one kind of problem. Families of a category share what they mean, not how they say it;
 * `{slots}` are filled from slots.ts.
 */
export type Family = {
  id: string
  titles: readonly string[]
  /** What is wrong, one of these. */
  texts: readonly string[]
  /** What some add to it. */
  more: readonly string[]
  /** What solved it. */
  fixes: readonly string[]
  serviceId?: string
  /** Who usually solves it; the service desk where nothing is said. */
  level?: 'L2' | 'L3'
  /** How common it is beside the others of its category; 1 where nothing is said. */
  weight?: number
  /** It seldom hits one person alone. */
  wide?: true
}
