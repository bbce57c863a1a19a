import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import { stale } from '../runtime/stale.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { type Change, nextDue } from './change.ts'
import { headItem, headKey, incidentFrom } from './head-item.ts'
import { formatNumber, type Incident } from './incident.ts'
import { type Entry, record } from './timeline.ts'

type SaveOptions = {
  now: Instant
  answer: (incident: Incident) => Answer
  once?: Once
  /** What else belongs to the same transaction: an answered survey, an edited text. */
  writes?: Write[]
}

/** An incident as its page needs it: the head, its parts, and its description. */
export type IncidentRecord = { incident: Incident; description: string; survey?: Item }

const entryKey = (id: string, { visibility, seq }: Pick<Entry, 'visibility' | 'seq'>) => ({
  pk: id,
  sk: `${visibility === 'public' ? 'E' : 'I'}#${String(seq).padStart(6, '0')}`,
})

export const openIncidents = (table: Table) => ({
  /** A number that was never given out before. */
  async nextId(): Promise<string> {
    const counter = await table.update({
      Key: { pk: 'N#inc', sk: '-' },
      UpdateExpression: 'ADD #count :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    })
    return formatNumber(Number(counter?.count))
  },

  async readHead(id: string): Promise<Incident | undefined> {
    const item = await table.get(headKey(id))
    return item && incidentFrom(item)
  },

  async read(id: string): Promise<IncidentRecord | undefined> {
    const [parts, first] = await Promise.all([
      table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': id, ':from': '!', ':to': '!~' },
        ConsistentRead: true,
      }),
      table.get({ pk: id, sk: 'E#000001' }),
    ])
    const part = (sk: string) => parts.items.find((item) => item.sk === sk)
    const head = part('!head')
    if (!head) return undefined
    const description = part('!text')?.description ?? first?.text ?? ''
    return { incident: incidentFrom(head), description: String(description), survey: part('!survey') }
  },

  /** A head and one other item of the incident's partition, in one round trip. */
  async readHeadWith(id: string, sk: string): Promise<{ incident?: Incident; item?: Item }> {
    const items = await table.getMany([headKey(id), { pk: id, sk }])
    const head = items.find((item) => item.sk === '!head')
    return { incident: head && incidentFrom(head), item: items.find((item) => item.sk === sk) }
  },

  /** The latest entries of one side, newest first; `before` is the place to go on from. Without a limit, every one. */
  async readEntries(
    id: string,
    visibility: Entry['visibility'],
    limit?: number,
    before?: number,
  ): Promise<Entry[]> {
    const side = visibility === 'public' ? 'E' : 'I'
    const asked = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': id,
        ':from': `${side}#`,
        ':to': before === undefined ? `${side}#~` : `${side}#${String(before - 1).padStart(6, '0')}`,
      },
      ScanIndexForward: false,
      Limit: limit,
      ConsistentRead: true,
    }
    const found: Item[] = []
    let place: Record<string, unknown> | undefined
    do {
      const { items, lastKey } = await table.query({ ...asked, ExclusiveStartKey: place })
      found.push(...items)
      place = lastKey
    } while (place && limit === undefined)
    return found.map(({ pk, sk, wake, ...entry }) => entry as unknown as Entry)
  },

  /** The description as somebody edited it, for the transaction of the edit; the first entry keeps the original. */
  describing(id: string, description: string): Write {
    return table.putting({ pk: id, sk: '!text', description })
  },

  /**
   * Stores a change whole or not at all, and only over the version it was decided on.
   * @returns the answer for the new state, or the first answer again when this create happened before.
   * @throws Refusal `stale` with the current state when somebody else was faster.
   */
  async save(change: Change, { now, answer, once, writes = [] }: SaveOptions): Promise<Answer> {
    if (change.events.length === 0 && !isRescheduled(change)) return answer(change.after)
    const { incident, entries } = settled(change)
    const saved = answer(incident)
    const collisions = await table.transact([
      table.putting(headItem(incident), conditionOn(change.before)),
      ...entries.map((entry, index) =>
        table.putting(entryItem(incident, entry, index === 0 ? change.before : incident)),
      ),
      ...(once ? [rememberAnswer(table, once, saved, now)] : []),
      ...writes,
    ])
    if (collisions.length === 0) return saved
    const remembered = once && collisions.find(({ index }) => index === 1 + entries.length)?.item
    if (once && remembered) return firstAnswer(remembered, once)
    const current = collisions.find(({ index }) => index === 0)?.item
    throw stale(current && answer(incidentFrom(current)).body)
  },
})

export type Incidents = ReturnType<typeof openIncidents>

/** Whether something else happens next by itself, or at another instant. */
function isRescheduled({ before, after }: Change): boolean {
  const [was, is] = [before && nextDue(before), nextDue(after)]
  return was?.dueAt !== is?.dueAt || was?.kind !== is?.kind
}

/**
 * The change as it will be stored: its entries in their chains, its generation raised with its timer,
 * and one version on, unless it only puts a timer off and there is nothing for anyone to see.
 */
function settled(change: Change): { incident: Incident; entries: Entry[] } {
  const { before, after, events } = change
  const version = (before?.version ?? 0) + (events.length === 0 ? 0 : 1)
  const generation = after.generation + (isRescheduled(change) ? 1 : 0)
  return record({ ...after, version, generation }, events)
}

const conditionOn = (before: Incident | undefined) =>
  before
    ? {
        // A timer that was put off raises the generation alone, and must not be written over either.
        ConditionExpression: 'version = :version AND generation = :generation',
        ExpressionAttributeValues: { ':version': before.version, ':generation': before.generation },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }

/** An entry as it is stored; the first of a change says when the incident wants to be woken, if that is new. */
function entryItem(incident: Incident, entry: Entry, before: Incident | undefined): Item {
  const due = nextDue(incident)
  const isNew = due && before?.generation !== incident.generation
  return {
    ...entryKey(incident.id, entry),
    ...entry,
    ...(isNew && { wake: { generation: incident.generation, kind: due.kind, dueAt: due.dueAt } }),
  }
}
