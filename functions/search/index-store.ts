import { headItem } from '../incidents/head-item.ts'
import type { Incident } from '../incidents/incident.ts'
import { canonicalJson, sha256 } from '../runtime/hash.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import { monthOf, placeOf } from './place.ts'
import { type Batch, type Held, nothingHeld, type Step } from './plan.ts'
import { shortestPrefix } from './query.ts'
import type { Searchable } from './searchable.ts'

export const keys = {
  held: (id: string) => ({ pk: id, sk: 'words' }),
  word: (word: string) => `S#${word}`,
  person: (personId: string) => `SP#${personId}`,
  month: (month: string) => `LIST#${month}`,
  months: 'LIST#months',
  lexicon: (word: string) => `W#${word.slice(0, shortestPrefix)}`,
}

/** A transaction takes a hundred writes; one of them says what is held. */
export const mostSteps = 99
const mostKeys = 100

/** A lexicon of what could be somebody's address or number would outlive them, and nobody types the half of a code. */
const isPlain = (word: string) => word.length >= shortestPrefix && /^\p{L}+$/u.test(word)

/**
 * The index as its consumer keeps it: word items, rows of people and months, and in the incident's partition
 * the one item that says what there is. A word item carries no row: it is written again (two units for each word of
 * the incident) when words, state, priority, team, assignee, service or category change, and a search reads the heads
 * of what it shows. A word that every incident has costs its partition one write for each such change, so hundreds of
 * changes a second would be needed to make one hot.
 */
export function openSearchIndex(table: Table) {
  const words = async (found: readonly string[], what: (word: string) => Promise<void>) => {
    await Promise.all(found.filter(isPlain).map(what))
  }
  const lexical = (word: string) => ({ pk: keys.lexicon(word), sk: word })

  return {
    readHeld: async (id: string): Promise<Held> => heldFrom(await table.get(keys.held(id))),

    /**
     * Stores a batch whole or not at all.
     * @returns false when something else was held than the batch was planned on.
     */
    async store({ held, steps }: Batch, indexed: Indexed): Promise<boolean> {
      const collisions = await table.transact([
        table.putting(heldItem(indexed.incident.id, held), {
          ConditionExpression: held.revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :before',
          ...(held.revision > 1 && { ExpressionAttributeValues: { ':before': held.revision - 1 } }),
        }),
        ...steps.map((step) => writeFor(table, step, indexed)),
      ])
      return collisions.length === 0
    },

    /** Makes words findable by their beginning; before they are indexed, so that none is forgotten on the way. */
    async learn(found: readonly string[]): Promise<void> {
      const plain = found.filter(isPlain)
      for (let from = 0; from < plain.length; from += mostKeys) {
        const some = plain.slice(from, from + mostKeys)
        const known = new Set((await table.getMany(some.map(lexical))).map(({ sk }) => sk))
        await words(some, async (word) => {
          if (!known.has(word)) await table.put({ Item: lexical(word) })
        })
      }
    },

    /** Forgets words that no incident has any more: somebody's name, once their texts are erased. */
    async forget(gone: readonly string[]): Promise<void> {
      await words(gone, async (word) => {
        const { items } = await table.query({
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.word(word) },
          Limit: 1,
          ConsistentRead: true,
        })
        if (items.length === 0)
          await table.transact([{ Delete: { TableName: table.name, Key: lexical(word) } }])
      })
    },

    /** That there are incidents of this month. */
    noteMonth: (month: string): Promise<void> => table.put({ Item: { pk: keys.months, sk: month } }),
  }
}
export type SearchIndex = ReturnType<typeof openSearchIndex>

export const heldItem = (id: string, { words, internal, ...held }: Held): Item => ({
  ...keys.held(id),
  ...held,
  words: words.join(' '),
  internal: internal.join(' '),
})

export function heldFrom(item: Item | undefined): Held {
  if (!item) return nothingHeld
  const { pk, sk, words, internal, ...held } = item
  return { ...(held as unknown as Held), words: list(words), internal: list(internal) }
}

const list = (text: unknown): string[] => (typeof text === 'string' && text !== '' ? text.split(' ') : [])

type Indexed = { incident: Incident; wanted: Searchable }

function writeFor(table: Table, step: Step, { incident, wanted }: Indexed): Write {
  const place = placeOf(incident)
  const at = (pk: string) => ({ pk, sk: place })
  const removal = (pk: string): Write => ({ Delete: { TableName: table.name, Key: at(pk) } })
  switch (step.kind) {
    case 'word':
      return table.putting({ ...at(keys.word(step.word)), s: wanted.signature })
    case 'no-word':
      return removal(keys.word(step.word))
    case 'person':
      return table.putting({ ...at(keys.person(step.person)), words: wanted.words.join(' ') })
    case 'no-person':
      return removal(keys.person(step.person))
    case 'row':
      return table.putting({ ...at(keys.month(monthOf(place))), ...listed(incident) })
  }
}

const shown = [
  ...['id', 'title', 'state', 'holdReason', 'priority', 'requesterName', 'teamId', 'assigneeId'],
  ...['createdAt', 'updatedAt', 'acknowledgedAt', 'serviceId', 'categoryId', 'clock', 'completeness'],
]

/** The row of a list, without the keys that would put it into an index. */
export function listed(incident: Incident): Record<string, unknown> {
  const head = headItem(incident)
  const row = shown.flatMap((name) => (head[name] === undefined ? [] : [[name, head[name]]]))
  return { ...Object.fromEntries(row), requesterId: incident.requester.id }
}

export const digestOf = (incident: Incident): string => sha256(canonicalJson(listed(incident)))
