import * as z from 'zod/mini'
import type { Instant } from '../runtime/instant.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { type Difference, differencesBetween } from './differences.ts'
import { Settings } from './settings.ts'

const partition = 'CFG#live'
const auditPartition = 'CFG#audit'
/** The audit keeps how things stand after a change while that is no larger than this. */
const largestKept = 100_000

/** The settings as they were read, and the version that a change of them is conditional on. */
export type Snapshot = { settings: Settings; version: number }
type By = { kind: 'person' | 'system'; id?: string; name?: string }
type Circumstances = { by: By; now: Instant; writes?: readonly Write[] }

/**
 * The settings in force. They are kept in the container and read again when their version, asked for
 * beside whatever else a request reads, has changed: always current, and seldom more than one small item.
 */
export function openSettings(table: Table) {
  let cached: Snapshot | undefined
  let asked: Promise<Snapshot> | undefined

  async function load(): Promise<Snapshot> {
    const items = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
      ConsistentRead: true,
    })
    const version = Number(items.find(({ sk }) => sk === '!version')?.version ?? 0)
    if (version === 0)
      throw new Error('No settings yet: invoke settings-bootstrap once after the first deployment.')
    const parts = items.filter(({ sk }) => sk !== '!version').map(({ sk, value }) => [sk, value])
    cached = { version, settings: z.parse(Settings, Object.fromEntries(parts)) }
    return cached
  }

  async function read(): Promise<Snapshot> {
    if (!cached) return load()
    const head = await table.get({ pk: partition, sk: '!version' })
    return head?.version === cached.version ? cached : load()
  }

  /** Whoever asks in the same breath, as the rights and an operation do, shares one read. */
  function snapshot(): Promise<Snapshot> {
    if (!asked) {
      asked = read()
      queueMicrotask(() => {
        asked = undefined
      })
    }
    return asked
  }

  /** @returns whether the version was still the one that was read. */
  async function put(settings: Settings, version: number, { differences, by, now, writes = [] }: Putting) {
    const parts = new Set(differences.map(({ part }) => part))
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
      ...[...parts].map((sk) => table.putting({ pk: partition, sk, value: settings[sk as keyof Settings] })),
      table.putting(auditItem(version + 1, { differences, by, now })),
      ...(parts.has('components') ? [componentEvent(version + 1, now)] : []),
      ...writes,
    ])
    return collisions.length === 0
  }

  const componentEvent = (version: number, now: Instant): Write =>
    table.putting({ pk: 'CFG#events', sk: `E#${version}`, type: 'component.changed', at: now })

  return {
    snapshot,

    current: async (): Promise<Settings> => (await snapshot()).settings,

    /** The settings as this container read them last: a guess to start reading with. */
    lastRead: (): Settings | undefined => cached?.settings,

    /** Puts what differs into force, over the version that was read, and what goes with it; each part is an item of its own. */
    async change(before: Snapshot, settings: Settings, how: Circumstances): Promise<boolean> {
      const differences = differencesBetween(before.settings, settings)
      return differences.length === 0 || put(settings, before.version, { differences, ...how })
    },

    /** Puts a whole document into force, over the version that was read or as the first one. */
    replace(settings: Settings, version: number, now: Instant): Promise<boolean> {
      const differences = Object.keys(settings).map((part) => ({ part }))
      return put(settings, version, { differences, by: { kind: 'system' }, now })
    },

    async version(): Promise<number> {
      return Number((await table.get({ pk: partition, sk: '!version' }))?.version ?? 0)
    },

    /** Who changed what, newest first; `before` is the version to go on from. */
    async audit(limit: number, before?: number): Promise<AuditEntry[]> {
      const { items } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: { ':pk': auditPartition, ':before': before ? auditPlace(before) : '~' },
        ScanIndexForward: false,
        Limit: limit,
        ConsistentRead: true,
      })
      return items.map(({ pk, sk, type, ...entry }) => entry as unknown as AuditEntry)
    },
  }
}

type Putting = Circumstances & { differences: Difference[] }

/** One change of the settings: who, when, what, and how it stands since, unless that is very long. */
export type AuditEntry = { version: number; at: Instant; by: By; changes: Difference[] }

const auditPlace = (version: number) => String(version).padStart(10, '0')

/** What the audit keeps is the event, too: it is written with the change or not at all. */
function auditItem(version: number, { differences, by, now }: Putting): Item {
  const isLong = JSON.stringify(differences).length > largestKept
  const changes = isLong ? differences.map(({ value, ...difference }) => difference) : differences
  return {
    ...{ pk: auditPartition, sk: auditPlace(version), type: 'settings.changed' },
    ...{ version, at: now, by, changes },
  }
}

export type SettingsStore = ReturnType<typeof openSettings>
