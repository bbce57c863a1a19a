import { stemOf, tellingWords } from './words.ts'

/** No word of a text begins like this, so a service is never taken for one. */
const serviceMark = '@'

export type Report = { title: string; description?: string; serviceId?: string }

const textOf = ({ title, description = '' }: Report) => `${title}\n${description}`

/** What an example keeps of a report: its telling words, without order or grammar. */
export const keptWords = (report: Report): string[] => tellingWords(textOf(report))

export const featuresOf = (words: readonly string[], serviceId: string | undefined): string[] => [
  ...new Set([...words.map(stemOf), ...(serviceId ? [serviceMark + serviceId] : [])]),
]

/** A feature as people know it: the word in the report that stood for it, or the service. */
export type Cause = { word: string; serviceId?: string }

export function causeOf(feature: string, words: readonly string[]): Cause {
  if (!feature.startsWith(serviceMark)) {
    return { word: words.find((word) => stemOf(word) === feature) ?? feature }
  }
  const serviceId = feature.slice(serviceMark.length)
  return { word: serviceId, serviceId }
}
export const isWord = (feature: string): boolean => !feature.startsWith(serviceMark)
