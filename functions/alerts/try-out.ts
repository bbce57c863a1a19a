import type { Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import { demandShallow } from '../runtime/shallow.ts'
import type { Language } from '../runtime/text.ts'
import { adapterOf } from './adapters/adapter-of.ts'
import type { Occurrence } from './occurrence.ts'
import type { Source } from './source.ts'

type Tried = {
  occurrences: Occurrence[]
  errors: { path: string; message: string }[]
  /** What is wrong as a whole. */
  detail?: string
}

/** What a source would make of a payload, or of the text of one as it came. Nothing is stored or sent. */
export function tryOut(
  source: Source,
  sent: { payload: unknown } | string | undefined,
  { now, language }: { now: Instant; language: Language },
): Tried {
  try {
    const payload = typeof sent === 'object' ? sent.payload : JSON.parse(sent ?? '')
    demandShallow(payload)
    const { occurrences, refused } = adapterOf[source.kind](payload, { source, receivedAt: now })
    return { occurrences, errors: refused.flatMap((one) => errorsOf(one, language)) }
  } catch (error) {
    if (error instanceof SyntaxError) return { occurrences: [], errors: [], detail: noJson[language] }
    if (!(error instanceof Refusal)) throw error
    return { occurrences: [], errors: errorsOf(error, language), detail: error.sentence[language] }
  }
}

const errorsOf = ({ extras }: Refusal, language: Language): Tried['errors'] =>
  (extras.errors ?? []).map(({ path, message }) => ({
    path,
    message: typeof message === 'string' ? message : message[language],
  }))

const noJson = {
  en: 'What came last is no JSON, or too long to be kept whole. Paste a payload instead.',
  de: 'Was zuletzt kam, ist kein JSON oder zu lang, um ganz aufgehoben zu werden. Fügen Sie stattdessen eine Nachricht ein.',
}
