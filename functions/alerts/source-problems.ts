import { type Problem, problem } from '../catalog/problem.ts'
import { isTemplate } from './payload-path.ts'
import type { Mapping, Source } from './source.ts'

/** Sources that could read nothing of what they are sent. */
export function problemsOfSources(sources: readonly Source[]): Problem[] {
  return sources.flatMap(({ kind, mapping }, index) => {
    const at = (path: string) => `alertSources.${index}.${path}`
    if (kind === 'generic' && !mapping) return [mappingMissing(at('mapping'))]
    return Object.entries(mapping ? pathsOf(mapping) : {})
      .filter(([, path]) => !isWritten(path))
      .map(([place]) => unreadable(at(`mapping.${place}`)))
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
