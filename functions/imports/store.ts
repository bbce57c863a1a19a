import { headItem } from '../incidents/head-item.ts'
import { entryKey, textItem } from '../incidents/store.ts'
import type { Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { surveySk } from '../surveys/answer.ts'
import type { Replayed } from './replay.ts'

/** What one transaction takes. */
const mostWrites = 100

type Origin = { source: string; externalId: string }

const originKey = ({ source, externalId }: Origin) => ({ pk: `IMP#${source}#${externalId}`, sk: '-' })

export const openImports = (table: Table) => ({
  /** The ids under which these were imported before, by their names where they come from. */
  async readKnown(source: string, externalIds: readonly string[]): Promise<Map<string, string>> {
    const items = await table.getMany(externalIds.map((externalId) => originKey({ source, externalId })))
    return new Map(items.map((item) => [String(item.externalId), String(item.incidentId)]))
  },

  /**
   * Stores an incident of the past whole or not at all, and once. @returns false when it was there already.
   * @throws Error for one with more entries than a transaction takes.
   */
  async write(origin: Origin, replayed: Replayed, at: Instant): Promise<boolean> {
    const { id } = replayed.incident
    const marker = { ...originKey(origin), ...origin, incidentId: id, at }
    const isNew = { ConditionExpression: 'attribute_not_exists(pk)' }
    const writes = [
      table.putting(marker, isNew),
      table.putting(headItem(replayed.incident), isNew),
      ...partsOf(replayed).map((item): Write => table.putting(item)),
    ]
    if (writes.length > mostWrites) {
      throw tooLong(writes.length)
    }
    const collisions = await table.transact(writes)
    if (collisions.some(({ index }) => index !== 0)) throw new Error(`${id} is somebody else's number.`)
    return collisions.length === 0
  },
})

const tooLong = (writes: number) =>
  new Refusal('incomplete', {
    en: `Its timeline is too long to be imported: ${writes} items, and ${mostWrites} can be stored at once.`,
    de: `Sein Verlauf ist zu lang für den Import: ${writes} Einträge, ${mostWrites} lassen sich auf einmal speichern.`,
  })

/** Entries that are `quiet` tell of the past: the relay copies them only to who asks for history. */
function partsOf({ incident: { id }, entries, texts, survey, beside }: Replayed): Item[] {
  const besides = new Map<string, Item>()
  for (const one of beside) {
    if ('put' in one) besides.set(JSON.stringify([one.put.pk, one.put.sk]), one.put)
    else besides.delete(JSON.stringify([one.remove.pk, one.remove.sk]))
  }
  return [
    ...entries.map((entry) => ({ ...entryKey(id, entry), ...entry, quiet: true })),
    ...(texts ? [textItem(id, texts)] : []),
    ...(survey ? [{ pk: id, sk: surveySk, ...survey }] : []),
    ...besides.values(),
  ]
}
