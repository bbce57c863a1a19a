import type { Table } from '../runtime/table.ts'
import type { SavedView } from './saved-view.ts'

const keyOf = (personId: string) => ({ pk: `DESK#${personId}`, sk: 'views' })

/** What somebody sets up for their own desk: one item a person. */
export const openSavedViews = (table: Table) => ({
  async read(personId: string): Promise<SavedView[]> {
    const item = await table.get(keyOf(personId))
    return (item?.items as SavedView[] | undefined) ?? []
  },

  /** The whole list; of two windows the last one wins. */
  async write(personId: string, items: readonly SavedView[]): Promise<void> {
    await table.put({ Item: { ...keyOf(personId), items } })
  },
})
export type SavedViewStore = ReturnType<typeof openSavedViews>
