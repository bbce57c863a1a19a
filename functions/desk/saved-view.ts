import * as z from 'zod/mini'

const mostSavedViews = 20

/** A list that somebody keeps under a name of their own: everything that makes it, as the portal's address says it. */
export const SavedView = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  query: z.string().check(z.maxLength(1000)),
})
export type SavedView = z.infer<typeof SavedView>

export const SavedViews = z.object({
  items: z.array(SavedView).check(
    z.maxLength(mostSavedViews),
    z.refine((views) => new Set(views.map(({ id }) => id)).size === views.length),
  ),
})
