import type { Services } from '../runtime/services.ts'

/** More than this nobody reads one by one. */
const most = 500
const pageSize = 100

/** How many alerts that still fire a silence or a maintenance holds back at this moment. */
export async function countHeld(
  id: string,
  { alerts }: Pick<Services, 'alerts'>,
): Promise<{ count: number; isAll: boolean }> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await alerts.belongingTo(id, { limit: pageSize, cursor })
    count += page.items.filter(({ status }) => status === 'firing').length
    cursor = page.nextCursor
  } while (cursor && count < most)
  return { count, isAll: cursor === undefined }
}
