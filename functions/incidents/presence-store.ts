import { after, days, epochSeconds, hours } from '../runtime/instant.ts'
import type { Table } from '../runtime/table.ts'
import type { Incident } from './incident.ts'
import type { Present, Seen } from './presence.ts'

const rememberedFor = days(90)
const mostSeen = 300
const mostPresent = 50

export const openPresences = (table: Table) => ({
  /** Everybody who was seen at it lately, who is gone included. */
  async at(id: string): Promise<Present[]> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :present)',
      ExpressionAttributeValues: { ':pk': id, ':present': 'P#' },
      Limit: mostPresent,
    })
    return items.map(({ person, name, at, typing }) => ({ id: person, name, at, typing }) as Present)
  },

  /** Somebody is looking at it, and has seen it as it is. */
  async note({ id, version, updatedAt }: Incident, { id: person, name, at, typing }: Present): Promise<void> {
    await Promise.all([
      table.put({
        Item: {
          ...{ pk: id, sk: `P#${person}` },
          ...{ person, name, at, typing, expiresAtEpoch: epochSeconds(after(at, hours(1))) },
        },
      }),
      table.put({
        Item: {
          ...{ pk: `SEEN#${person}`, sk: id },
          ...{ version, updatedAt, at, expiresAtEpoch: epochSeconds(after(at, rememberedFor)) },
        },
      }),
    ])
  },

  /** What somebody has seen of the latest incidents they opened: one Query beside that of a list. */
  async seenBy(personId: string): Promise<Seen> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :seen',
      ExpressionAttributeValues: { ':seen': `SEEN#${personId}` },
      ScanIndexForward: false,
      Limit: mostSeen,
    })
    return {
      updatedAt: new Map(items.map(({ sk, updatedAt }) => [sk, String(updatedAt)])),
      ...(items.length === mostSeen && { fromId: items.at(-1)?.sk }),
    }
  },
})
export type Presences = ReturnType<typeof openPresences>
