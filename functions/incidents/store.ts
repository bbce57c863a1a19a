import { punctual } from '../runtime/due-keys.ts'
import { firstAnswer, type Once, rememberAnswer } from '../runtime/idempotency.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Answer } from '../runtime/operation.ts'
import { stale } from '../runtime/stale.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import type { Beside, Change, Texts } from './change.ts'
import type { Answers } from './fields.ts'
import { headItem, headKey, incidentFrom } from './head-item.ts'
import { formatNumber, type Incident } from './incident.ts'
import { type Entry, record } from './timeline.ts'

type SaveOptions = {
  now: Instant
  answer: (incident: Incident) => Answer
  once?: Once
  /** What else belongs to the same transaction: an answered survey. */
  writes?: Write[]
}

/** An incident as its page needs it: the head, its texts, and its parts. */
export type IncidentRecord = { incident: Incident; texts: Texts; survey?: Item; parts: Item[] }

/** Where an entry of the timeline stands. */
export const entryKey = (id: string, { visibility, seq }: Pick<Entry, 'visibility' | 'seq'>) => ({
  pk: id,
  sk: `${visibility === 'public' ? 'E' : 'I'}#${String(seq).padStart(6, '0')}`,
})

export const openIncidents = (table: Table) => ({
  /** A number that was never given out before. */
  nextId: async (): Promise<string> => formatNumber(await countUp(table, 1)),

  /** As many numbers in a row. */
  async nextIds(count: number): Promise<string[]> {
    const last = await countUp(table, count)
    return Array.from({ length: count }, (_, index) => formatNumber(last - count + 1 + index))
  },

  async readHead(id: string): Promise<Incident | undefined> {
    const item = await table.get(headKey(id))
    return item && incidentFrom(item)
  },

  /** Up to 100 incidents in one round trip; those that are there. */
  async readHeads(ids: readonly string[]): Promise<Incident[]> {
    const items = ids.length === 0 ? [] : await table.getMany([...new Set(ids)].map(headKey))
    return items.map(incidentFrom)
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
    return {
      incident: incidentFrom(head),
      texts: textsFrom(part('!text'), first),
      survey: part('!survey'),
      parts: parts.items,
    }
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
      ConsistentRead: true,
    }
    const found = await table.queryAll(asked, limit)
    return found.map(({ pk, sk, wake, quiet, ...entry }) => entry as unknown as Entry)
  },

  /**
   * Stores a change whole or not at all, and only over the version it was decided on.
   * @returns the answer for the new state, or the first answer again when this create happened before.
   * @throws Refusal `stale` with the current state when somebody else was faster.
   */
  async save(change: Change, { now, answer, once, writes = [] }: SaveOptions): Promise<Answer> {
    const changes = [change, ...(change.also ?? [])].filter(
      (one) => one.events.length > 0 || isRescheduled(one) || one.beside?.length,
    )
    if (changes.length === 0) return answer(change.after)
    const settledChanges = changes.map((one) => ({ change: one, ...settled(one) }))
    const saved = answer(changes[0] === change ? (settledChanges[0]?.incident ?? change.after) : change.after)
    const remembering = once ? [rememberAnswer(table, once, saved, now)] : []
    const collisions = await table.transact([
      ...remembering,
      ...settledChanges.flatMap(({ change: one, incident, entries }) => [
        table.putting(headItem(incident), conditionOn(one.before)),
        ...entries.map((entry, index) =>
          table.putting(entryItem(incident, entry, index === 0 ? one.before : incident)),
        ),
        ...(one.before && one.texts ? [table.putting(textItem(incident.id, one.texts))] : []),
        ...(one.beside ?? []).map((beside) => besideWrite(table, beside)),
      ]),
      ...writes,
    ])
    if (collisions.length === 0) return saved
    const remembered = once && collisions.find(({ index }) => index === 0)?.item
    if (once && remembered) return firstAnswer(remembered, once)
    const current = collisions.find(({ item }) => item?.sk === '!head' && item.pk === change.after.id)?.item
    throw stale(current && answer(incidentFrom(current)).body)
  },
})

/** The last of so many numbers that nobody else gets. */
async function countUp(table: Table, by: number): Promise<number> {
  const counter = await table.update({
    Key: { pk: 'N#inc', sk: '-' },
    UpdateExpression: 'ADD #count :by',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':by': by },
    ReturnValues: 'UPDATED_NEW',
  })
  return Number(counter?.count)
}

/** The texts as they were edited last; the first entry keeps the original. */
export const textItem = (id: string, { description, fields }: Texts): Item => ({
  pk: id,
  sk: '!text',
  description,
  fields,
})

function textsFrom(edited: Item | undefined, first: Item | undefined): Texts {
  const reported = first?.after as { fields?: Answers } | undefined
  return {
    description: String(edited?.description ?? first?.text ?? ''),
    fields: (edited?.fields as Answers | undefined) ?? reported?.fields ?? {},
  }
}

const besideWrite = (table: Table, beside: Beside): Write =>
  'put' in beside ? table.putting(beside.put) : { Delete: { TableName: table.name, Key: beside.remove } }

export type Incidents = ReturnType<typeof openIncidents>

/** Whether anything will happen by itself that did not before, or at another instant, or not any more. */
function isRescheduled({ before, after }: Change): boolean {
  const kinds = Object.keys({ ...before?.timers, ...after.timers })
  return kinds.some((kind) => before?.timers[kind] !== after.timers[kind])
}

/** A timer that cannot wait for the sweeper and was set just now, whatever else is due before it. */
function newlyPunctual({ timers }: Incident, before: Incident | undefined) {
  const kind = punctual.find((one) => timers[one] && timers[one] !== before?.timers[one])
  return kind && { kind, dueAt: String(timers[kind]) }
}

/**
 * The change as it will be stored: its entries in their chains, its generation raised with its timers,
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

/** An entry as it is stored; the first of a change says when the incident wants to be woken on the minute, if that is new. */
function entryItem(incident: Incident, entry: Entry, before: Incident | undefined): Item {
  const due = newlyPunctual(incident, before)
  return {
    ...entryKey(incident.id, entry),
    ...entry,
    ...(due && { wake: { generation: incident.generation, ...due } }),
  }
}
