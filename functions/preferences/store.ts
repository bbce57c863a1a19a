import * as z from 'zod/mini'
import type { Item, Table } from '../runtime/table.ts'
import { Preferences } from './preferences.ts'

const keyOf = (personId: string) => ({ pk: `ME#${personId}`, sk: '!preferences' })
const mostAtOnce = 100

/** The preferences as they were read, and the version that a change of them is conditional on. */
export type PreferencesSnapshot = { preferences: Preferences; version: number }

/** How people want to be told: one item a person, and none for who never said anything. */
export const openPreferences = (table: Table) => ({
  read: async (personId: string): Promise<Preferences> =>
    snapshotFrom(await table.get(keyOf(personId))).preferences,

  snapshot: async (personId: string): Promise<PreferencesSnapshot> =>
    snapshotFrom(await table.get(keyOf(personId))),

  /** Those of many people, by id: one round trip for each hundred of them. */
  async readMany(personIds: readonly string[]): Promise<Map<string, Preferences>> {
    const ids = [...new Set(personIds)]
    const pages = Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, page) =>
      ids.slice(page * mostAtOnce, (page + 1) * mostAtOnce),
    )
    const items = (await Promise.all(pages.map((page) => table.getMany(page.map(keyOf))))).flat()
    const found = new Map(items.map((item) => [item.pk, item]))
    return new Map(ids.map((id) => [id, snapshotFrom(found.get(keyOf(id).pk)).preferences]))
  },

  /** Writes them over the ones that were read. @returns whether they were still those. */
  async write(personId: string, preferences: Preferences, version: number): Promise<boolean> {
    const collisions = await table.transact([
      table.putting(
        { ...keyOf(personId), preferences, version: version + 1 },
        version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': version },
            },
      ),
      table.putting({
        ...{ pk: keyOf(personId).pk, sk: `E#${version + 1}` },
        ...{ type: 'preferences.changed', personId },
      }),
    ])
    return collisions.length === 0
  },
})

export type PreferencesStore = ReturnType<typeof openPreferences>

const snapshotFrom = (item: Item | undefined): PreferencesSnapshot => ({
  preferences: z.parse(Preferences, item?.preferences ?? {}),
  version: Number(item?.version ?? 0),
})
