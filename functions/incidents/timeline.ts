import { canonicalJson, sha256 } from '../runtime/hash.ts'
import type { NewEvent, Visibility } from './change.ts'
import type { Incident } from './incident.ts'

/** An entry in its place. `hash` covers the entry before it, who by id, and a digest of words and names. */
export type Entry = NewEvent & { seq: number; digest: string; hash: string; previousHash: string }
export type Chain = { seq: number; hash: string }

/** The start of a chain is the incident's own id, so that no timeline passes for another incident's. */
export const emptyChain = (incidentId: string): Chain => ({ seq: 0, hash: incidentId })

/** What people wrote, and their names: all that may be erased. */
const digestOf = ({ text, reason, before, after, by }: NewEvent) =>
  sha256(canonicalJson({ text, reason, before, after, name: by.name }))

const hashOf = ({ seq, type, at, by, channel, visibility, digest, previousHash }: Omit<Entry, 'hash'>) =>
  sha256(
    canonicalJson({
      ...{ seq, type, at, channel, visibility, digest, previousHash },
      by: { kind: by.kind, id: by.id, as: by.as },
    }),
  )

function append(chain: Chain, event: NewEvent): Entry {
  const place = { ...event, seq: chain.seq + 1, previousHash: chain.hash, digest: digestOf(event) }
  return { ...place, hash: hashOf(place) }
}

const chainNames = { public: 'publicChain', internal: 'internalChain' } as const

/** Puts events at the end of the incident's two chains: public and internal entries are counted apart. */
export function record(
  incident: Incident,
  events: readonly NewEvent[],
): { incident: Incident; entries: Entry[] } {
  let recorded = incident
  const entries = events.map((event) => {
    const chain = chainNames[event.visibility]
    const entry = append(recorded[chain], event)
    recorded = { ...recorded, [chain]: { seq: entry.seq, hash: entry.hash } }
    return entry
  })
  return { incident: recorded, entries }
}

export type Verdict = { intact: boolean; brokenAt?: { visibility: Visibility; seq: number; why: string } }

/**
 * Whether the entries of one visibility, in order, are exactly those that the incident's chain ends with.
 * Erased words and names keep their digest, so erasing does not break the chain.
 */
export function verify(incident: Incident, visibility: Visibility, entries: readonly Entry[]): Verdict {
  const end = incident[chainNames[visibility]]
  const broken = (seq: number, why: string): Verdict => ({
    intact: false,
    brokenAt: { visibility, seq, why },
  })
  let previous = emptyChain(incident.id)
  for (const entry of entries) {
    if (entry.seq !== previous.seq + 1) return broken(previous.seq + 1, 'an entry is missing')
    if (entry.previousHash !== previous.hash)
      return broken(entry.seq, 'it does not follow the entry before it')
    if (entry.hash !== hashOf(entry)) return broken(entry.seq, 'it was changed')
    if (!isErased(entry) && entry.digest !== digestOf(entry))
      return broken(entry.seq, 'its content was changed')
    previous = entry
  }
  return previous.seq === end.seq && previous.hash === end.hash
    ? { intact: true }
    : broken(previous.seq + 1, 'the last entries are missing')
}

const isErased = (entry: Entry & { erasedAt?: string }) => entry.erasedAt !== undefined
