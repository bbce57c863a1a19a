import { canonicalJson, sha256 } from '../runtime/hash.ts'
import type { NewEvent, Visibility } from './change.ts'
import type { Incident } from './incident.ts'

/** An entry in its place. `hash` covers the entry before it and a digest of what people wrote, not the words. */
export type Entry = NewEvent & { seq: number; digest: string; hash: string; previousHash: string }
export type Chain = { seq: number; hash: string }

export const emptyChain: Chain = { seq: 0, hash: '' }

const digestOf = ({ text, reason, before, after }: NewEvent) =>
  sha256(canonicalJson({ text, reason, before, after }))

const hashOf = ({ seq, type, at, by, channel, visibility, digest, previousHash }: Omit<Entry, 'hash'>) =>
  sha256(canonicalJson({ seq, type, at, by, channel, visibility, digest, previousHash }))

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
 * Whether the entries, in order, are exactly those that the chain ends with.
 * An erased text keeps its digest, so erasing does not break the chain.
 */
export function verify(entries: readonly Entry[], end: Chain, visibility: Visibility): Verdict {
  const broken = (seq: number, why: string): Verdict => ({
    intact: false,
    brokenAt: { visibility, seq, why },
  })
  let previous = emptyChain
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
