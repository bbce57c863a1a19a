import type { PageRequest } from '../runtime/page.ts'
import type { Services } from '../runtime/services.ts'

/** Lists that everybody has: what they watch or joined, and what is known to be wrong. */
export const openViews = ['following', 'known'] as const
export type OpenView = (typeof openViews)[number]

export const isOpenView = (view: string | undefined): view is OpenView =>
  openViews.some((one) => one === view)

/** A page of such a list, each row as far as the reader may read it. */
export async function openPage(
  view: OpenView,
  { watching, knownProblems }: Pick<Services, 'watching' | 'knownProblems'>,
  { service, ...page }: PageRequest & { service?: string },
  { id, isStaff }: { id: string; isStaff: boolean },
) {
  if (view === 'following') return watching.ofPerson(id, page, { seesAll: isStaff })
  if (isStaff) return knownProblems.listWhole(service, page)
  const [known, followed] = await Promise.all([knownProblems.list(service, page), watching.latestIds(id)])
  return {
    ...known,
    items: known.items.map((row) => (followed.has(row.id) ? { ...row, meToo: true } : row)),
  }
}
