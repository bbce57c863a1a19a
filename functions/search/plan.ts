import type { Searchable } from './searchable.ts'

/** What the index holds of an incident: exactly these word items and these people's rows, at this revision. */
export type Held = {
  revision: number
  words: readonly string[]
  internal: readonly string[]
  /** That of every word item; absent while they differ. */
  signature?: Uint8Array
  people: readonly string[]
  /** A digest of the row in the list of the month. */
  row?: string
  resolution?: Searchable['resolution']
}

export const nothingHeld: Held = { revision: 0, words: [], internal: [], people: [] }

/** One write beside the one that says what is held. */
export type Step =
  | { kind: 'word' | 'no-word'; word: string }
  | { kind: 'person' | 'no-person'; person: string }
  | { kind: 'row' }

/** Steps that are stored together, and what is held then. */
export type Batch = { steps: readonly Step[]; held: Held }

/**
 * The way from what is held to what is wanted, in as many transactions as it takes; none when nothing differs.
 * Each says truly what is held after it, so that another reader can go on from wherever one ended.
 */
export function planned(
  held: Held,
  wanted: Searchable & { row: string },
  { most }: { most: number },
): Batch[] {
  const { row, ...searchable } = wanted
  const had = new Set([...held.words, ...held.internal])
  const all = [...wanted.words, ...wanted.internal]
  const isSigned = Buffer.from(held.signature ?? []).equals(wanted.signature)
  const isSaid = same(held.words, wanted.words)
  const steps: Step[] = [
    ...(held.row === row ? [] : [{ kind: 'row' } as const]),
    ...wanted.people
      .filter((person) => !isSaid || !held.people.includes(person))
      .map((person) => ({ kind: 'person', person }) as const),
    ...without(held.people, wanted.people).map((person) => ({ kind: 'no-person', person }) as const),
    ...all.filter((word) => !isSigned || !had.has(word)).map((word) => ({ kind: 'word', word }) as const),
    ...without([...had], all).map((word) => ({ kind: 'no-word', word }) as const),
  ]
  const final: Held = { ...searchable, row, revision: held.revision + 1 }
  if (steps.length === 0 && same(describe(held), describe(final))) return []

  const batches: Batch[] = []
  let now = held
  for (let from = 0; from === 0 || from < steps.length; from += most) {
    const some = steps.slice(from, from + most)
    const isLast = from + most >= steps.length
    now = isLast
      ? { ...final, revision: now.revision + 1 }
      : { ...halfway(now, some, wanted), revision: now.revision + 1 }
    batches.push({ steps: some, held: now })
  }
  return batches
}

/** Held after a part of the steps: nothing that is internal now is called public, and no row is called new. */
function halfway(held: Held, steps: readonly Step[], wanted: Searchable): Held {
  const words = new Set([...held.words, ...held.internal])
  const people = new Set(held.people)
  for (const step of steps) {
    if (step.kind === 'word') words.add(step.word)
    if (step.kind === 'no-word') words.delete(step.word)
    if (step.kind === 'person') people.add(step.person)
    if (step.kind === 'no-person') people.delete(step.person)
  }
  const open = new Set(wanted.words)
  return {
    revision: held.revision,
    words: [...words].filter((word) => open.has(word)),
    internal: [...words].filter((word) => !open.has(word)),
    people: [...people],
  }
}

const without = (from: readonly string[], gone: readonly string[]) => {
  const left = new Set(gone)
  return from.filter((one) => !left.has(one))
}

const describe = ({ words, internal, people, row, resolution }: Held) => ({
  ...{ words, internal, people, row, resolution: resolution ?? null },
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
