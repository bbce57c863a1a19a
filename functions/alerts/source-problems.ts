import { type Problem, problem } from '../catalog/problem.ts'
import { mostLabels } from './occurrence.ts'
import { isTemplate } from './payload-path.ts'
import type { Mapping, Source } from './source.ts'

/** Sources that could read nothing of what they are sent, and those that became another kind than `before`. */
export function problemsOfSources(sources: readonly Source[], before: readonly Source[]): Problem[] {
  return sources.flatMap(({ id, kind, mapping }, index) => {
    const at = (path: string) => `alertSources.${index}.${path}`
    const was = before.find((one) => one.id === id)
    if (was && was.kind !== kind) return [otherKind(at('kind'))]
    if (kind === 'generic' && !mapping) return [mappingMissing(at('mapping'))]
    const isCrowded = Object.keys(mapping?.labels ?? {}).length > mostLabels
    return [
      ...(isCrowded ? [tooManyLabels(at('mapping.labels'))] : []),
      ...Object.entries(mapping ? pathsOf(mapping) : {})
        .filter(([, path]) => !isWritten(path))
        .map(([place]) => unreadable(at(`mapping.${place}`))),
    ]
  })
}

function pathsOf({ status, severity, labels, ...rest }: Mapping): Record<string, string> {
  const all = {
    ...rest,
    'status.path': status?.path,
    'severity.path': severity?.path,
    ...Object.fromEntries(Object.entries(labels).map(([name, path]) => [`labels.${name}`, path])),
  }
  return Object.fromEntries(
    Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined),
  )
}

/** Braces come in pairs of two, with a path in them. */
function isWritten(path: string): boolean {
  if (!isTemplate(path) && !path.includes('}}')) return path.trim() !== ''
  return !/\{\{|\}\}/.test(path.replace(/\{\{[^{}]*[^{}\s][^{}]*\}\}/g, ''))
}

const otherKind = (path: string): Problem =>
  problem(
    path,
    'A source keeps its kind, because its sender relies on it. Add another source for another kind.',
    'Eine Quelle behält ihre Art, denn ihr Sender verlässt sich darauf. Legen Sie für eine andere Art eine weitere an.',
  )

const tooManyLabels = (path: string): Problem =>
  problem(
    path,
    `An alert has up to ${mostLabels} labels. Leave some out.`,
    `Ein Alarm hat bis zu ${mostLabels} Merkmale. Lassen Sie einige weg.`,
  )

const mappingMissing = (path: string): Problem =>
  problem(
    path,
    'Say how the payload of this source is read: at least where its title stands.',
    'Sagen Sie, wie die Nachricht dieser Quelle gelesen wird: mindestens, wo ihr Titel steht.',
  )

const unreadable = (path: string): Problem =>
  problem(
    path,
    'Write a path, such as alert.host, or a text with paths in double braces: {{ alert.host }} is down.',
    'Schreiben Sie einen Pfad, etwa alert.host, oder einen Text mit Pfaden in doppelten Klammern: {{ alert.host }} ist ausgefallen.',
  )
