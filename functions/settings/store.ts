import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import type { Item, Table } from '../runtime/table.ts'
import { Settings } from './settings.ts'

const partition = 'CFG#live'

/**
 * The settings in force. They are kept in the container and read again when their version, asked for
 * beside whatever else a request reads, has changed: always current, and seldom more than one small item.
 */
export function openSettings(table: Table) {
  let cached: { version: number; settings: Settings } | undefined
  let asked: Promise<Settings> | undefined

  async function everyPart(): Promise<Item[]> {
    const found: Item[] = []
    let place: Record<string, unknown> | undefined
    do {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition },
        ExclusiveStartKey: place,
        ConsistentRead: true,
      })
      found.push(...items)
      place = lastKey
    } while (place)
    return found
  }

  async function load(): Promise<Settings> {
    const items = await everyPart()
    const version = Number(items.find(({ sk }) => sk === '!version')?.version ?? 0)
    if (version === 0)
      throw new Error('No settings yet: invoke settings-bootstrap once after the first deployment.')
    const parts = items.filter(({ sk }) => sk !== '!version').map(({ sk, value }) => [sk, value])
    cached = { version, settings: z.parse(Settings, Object.fromEntries(parts)) }
    return cached.settings
  }

  async function read(): Promise<Settings> {
    if (!cached) return load()
    const head = await table.get({ pk: partition, sk: '!version' })
    return head?.version === cached.version ? cached.settings : load()
  }

  return {
    /** Whoever asks in the same breath, as the rights and an operation do, shares one read. */
    current(): Promise<Settings> {
      if (!asked) {
        asked = read()
        queueMicrotask(() => {
          asked = undefined
        })
      }
      return asked
    },

    /** The settings as this container read them last: a guess to start reading with. */
    lastRead: (): Settings | undefined => cached?.settings,

    /** Puts a whole document into force, over the version that was read or as the first one. */
    async replace(settings: Settings, version: number, now: Instant): Promise<boolean> {
      const parts: Item[] = Object.entries(settings).map(([sk, value]) => ({ pk: partition, sk, value }))
      const collisions = await table.transact([
        table.putting(
          { pk: partition, sk: '!version', version: version + 1 },
          version === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'version = :version',
                ExpressionAttributeValues: { ':version': version },
              },
        ),
        ...parts.map((part) => table.putting(part)),
        table.putting({ pk: 'CFG#events', sk: `E#${version + 1}`, type: 'component.changed', at: now }),
      ])
      return collisions.length === 0
    },

    async version(): Promise<number> {
      return Number((await table.get({ pk: partition, sk: '!version' }))?.version ?? 0)
    },
  }
}

export type SettingsStore = ReturnType<typeof openSettings>
