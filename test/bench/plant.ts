import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { headItem } from '../../functions/incidents/head-item.ts'
import { formatNumber, type Incident } from '../../functions/incidents/incident.ts'
import { states } from '../../functions/incidents/lifecycle.ts'
import { priorities } from '../../functions/incidents/priority.ts'
import { emptyChain } from '../../functions/incidents/timeline.ts'
import { after, minutes } from '../../functions/runtime/instant.ts'

const batch = 25
const writers = 8
const start = '2026-01-01T00:00:00.000Z'
const people = ['riley', 'sam', 'noor'] as const
const teams = ['team_service_desk', 'team_infrastructure', 'team_database'] as const
const agents = ['ana', 'ben', 'chen'] as const

/** An incident of a large desk: spread over people, teams, states and priorities, a minute apart. */
export function plantedIncident(number: number): Incident {
  const at = after(start, minutes(number))
  const pick = <Value>(from: readonly Value[], every = 1) =>
    from[Math.floor(number / every) % from.length] as Value
  const state = pick(states, 7)
  const requester = pick(people)
  const id = formatNumber(number)
  return {
    id,
    title: `Planted problem number ${number}, with a title as long as people write them`,
    impact: 'medium',
    urgency: 'medium',
    priority: pick(priorities, 3),
    requester: { id: requester, name: requester, locale: 'en', organisationId: 'org_north' },
    serviceId: 'svc_email',
    categoryId: 'cat_software',
    teamId: pick(teams, 2),
    ...(state !== 'new' && { assignee: { id: pick(agents, 2), name: pick(agents, 2) } }),
    createdAt: at,
    updatedAt: at,
    reopenCount: 0,
    version: 1,
    publicChain: emptyChain(id),
    internalChain: emptyChain(id),
    timers: state === 'new' ? { escalation: after('2030-01-01T00:00:00.000Z', minutes(number)) } : {},
    generation: 1,
    slices: {},
    state,
    ...(state === 'on_hold' && { holdReason: 'awaiting_vendor' }),
    ...((state === 'resolved' || state === 'closed') && { resolution: { code: 'fixed' }, resolvedAt: at }),
    ...(state === 'canceled' && { cancelReason: 'no_longer_needed' }),
    ...((state === 'closed' || state === 'canceled') && { closedAt: at }),
  } as Incident
}

/** Puts incidents number `from` up to `to` into the table, past the API, as its stores would hold them. */
export const plant = (client: DynamoDBClient, table: string, from: number, to: number): Promise<void> =>
  plantItems(client, table, { from, to, itemsOf: (number) => [headItem(plantedIncident(number))] })

type Planting = { from: number; to: number; itemsOf: (number: number) => readonly object[] }

/** Puts what each number stands for into the table, in batches side by side. */
export async function plantItems(
  client: DynamoDBClient,
  table: string,
  { from, to, itemsOf }: Planting,
): Promise<void> {
  let next = from
  const writer = async () => {
    while (next <= to) {
      const first = next
      next = Math.min(to + 1, first + batch)
      const numbers = Array.from({ length: next - first }, (_, offset) => first + offset)
      const requests = numbers.flatMap(itemsOf).map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }))
      while (requests.length > 0) {
        const { UnprocessedItems } = await client.send(
          new BatchWriteItemCommand({ RequestItems: { [table]: requests.splice(0, batch) } }),
        )
        requests.push(...((UnprocessedItems?.[table] ?? []) as typeof requests))
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
}
