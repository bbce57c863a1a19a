import type { Texts } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Entry } from '../incidents/timeline.ts'
import { termsOf } from './filter.ts'
import { signatureOf } from './signature.ts'
import { tokensOf } from './words.ts'

const mostWords = 1000
const longestHint = 200

/** What the index should hold of an incident, from how it stands now. Words are sorted, and each is in one list. */
export type Searchable = {
  /** What everybody may find it by who may read it. */
  words: readonly string[]
  /** What stands in internal notes only. */
  internal: readonly string[]
  signature: Uint8Array
  /** Who may read it because they are named in it. */
  people: readonly string[]
  /** How it was solved, for those who have the same problem again. */
  resolution?: { code: string; text: string }
}

/** Texts of a description stand in their entries too, where they are what the description once was. */
const repeatsDescription = /^incident\.(?:reported|edited|taken)$/

/**
 * The words of number, title, requester, description, answers, and what was said; of a text beyond a thousand different
 * words the first thousand, what everybody may read before what they may not.
 * @param entries of both sides, each oldest first.
 */
export function searchableFrom(
  incident: Incident,
  { texts, entries }: { texts: Texts; entries: readonly Entry[] },
): Searchable {
  const said = entries.filter(({ type, text }) => text && !repeatsDescription.test(type))
  const textsOf = (visibility: Entry['visibility']) =>
    said.filter((entry) => entry.visibility === visibility).map(({ text = '' }) => text)
  const words = wordsOf([
    ...[incident.id, incident.title, incident.requester.name, texts.description],
    ...Object.values(texts.fields).map(String),
    ...textsOf('public'),
  ])
  const internal = wordsOf(textsOf('internal')).filter((word) => !words.includes(word))
  const kept = {
    words: words.slice(0, mostWords),
    internal: internal.slice(0, Math.max(0, mostWords - words.length)),
  }
  const { requester, reportedBy, watchers = [] } = incident
  return {
    words: kept.words.sort(),
    internal: kept.internal.sort(),
    signature: signatureOf([...kept.words, ...kept.internal, ...termsOf(factsOf(incident))]),
    people: [
      ...new Set([requester.id, ...(reportedBy ? [reportedBy.id] : []), ...watchers.map(({ id }) => id)]),
    ].sort(),
    resolution: resolutionOf(incident, said),
  }
}

const wordsOf = (texts: readonly string[]) => [
  ...new Set(texts.flatMap((text) => tokensOf(text).map(({ word }) => word))),
]

const factsOf = (incident: Incident): Parameters<typeof termsOf>[0] => ({
  ...incident,
  assigneeId: incident.assignee?.id,
  requesterId: incident.requester.id,
})

function resolutionOf(incident: Incident, said: readonly Entry[]): Searchable['resolution'] {
  if (!('resolution' in incident)) return undefined
  const notes = said.findLast(({ after }) => after?.state === 'resolved')?.text ?? ''
  const [line = ''] = notes.split('\n')
  return { code: incident.resolution.code, text: line.slice(0, longestHint) }
}
