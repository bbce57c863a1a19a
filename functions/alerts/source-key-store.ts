import { randomBytes } from 'node:crypto'
import { after, epochSeconds, type Instant } from '../runtime/instant.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import type { Source } from './source.ts'
import { hashOf, remembered, rotated, type SourceKey, spelled } from './source-key.ts'

type By = SourceKey['createdBy']
/** A key as it stands behind its hash. */
export type KnownKey = Pick<SourceKey, 'createdAt' | 'expiresAt'> & { sourceId: string }
type Adding = { now: Instant; by: By; overlapMinutes: number }

const keyPlace = (hash: string) => ({ pk: `KEY#${hash}`, sk: '-' })
const listPlace = (sourceId: string) => ({ pk: `SRC#${sourceId}`, sk: '!keys' })

/** The keys of sources. Only hashes are kept: whoever reads the table cannot send with it. */
export function openSourceKeys(table: Table) {
  async function listed(sourceId: string): Promise<{ keys: SourceKey[]; version: number }> {
    const item = await table.get(listPlace(sourceId))
    return { keys: (item?.keys as SourceKey[] | undefined) ?? [], version: Number(item?.version ?? 0) }
  }

  /** A new key, and the writes that put it into force and end those before it. */
  async function making(
    { id: sourceId, kind }: Pick<Source, 'id' | 'kind'>,
    { now, by, overlapMinutes }: Adding,
  ) {
    const { keys: before, version } = await listed(sourceId)
    const key = spelled(randomBytes(32), kind)
    const added = { hash: hashOf(key) ?? '', createdAt: now, createdBy: by, lastFour: key.slice(-4) }
    const { keys, ended, previousExpiresAt } = rotated(before, added, { now, overlapMinutes })
    const writes: Write[] = [
      table.putting(
        { ...listPlace(sourceId), keys, version: version + 1 },
        version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': version },
            },
      ),
      ...[added, ...ended].map((one) => table.putting(keyItem(one, sourceId))),
    ]
    return { key, writes, previousExpiresAt }
  }

  return {
    listed,
    making,

    /** A second key beside the newest. @returns undefined when somebody was faster. */
    async rotate(source: Pick<Source, 'id' | 'kind'>, how: Adding) {
      const { writes, ...made } = await making(source, how)
      return (await table.transact(writes)).length === 0 ? made : undefined
    },

    /** What stands behind a key, whether it is current or not. */
    async find(key: string | undefined): Promise<KnownKey | undefined> {
      const hash = key === undefined ? undefined : hashOf(key)
      const item = hash === undefined ? undefined : await table.get(keyPlace(hash))
      return item?.sourceId === undefined ? undefined : (item as unknown as KnownKey)
    },
  }
}
export type SourceKeys = ReturnType<typeof openSourceKeys>

const keyItem = ({ hash, createdAt, expiresAt }: SourceKey, sourceId: string): Item => ({
  ...keyPlace(hash),
  ...{ sourceId, createdAt },
  ...(expiresAt && { expiresAt, expiresAtEpoch: epochSeconds(after(expiresAt, remembered)) }),
})
