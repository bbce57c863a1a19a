import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Import = {
  /** What is written: `../runtime/hash.ts`, `zod/mini`. */
  specifier: string
  /** The file it names, from the root; packages stay as they are written. */
  target: string
  /** What is imported, as it is written between `import` and `from`. */
  names: string
  isType: boolean
}

/** A file as the architecture rules see it. `code` is the text without its comments and without what stands in quotes. */
export type Source = { path: string; text: string; code: string; imports: Import[] }

/** A rule of the house: what it says, what breaks it, and a bad example that proves that it can fail. */
export type Rule = {
  says: string
  breaches: (sources: readonly Source[]) => string[]
  example: Record<string, string>
}

const root = resolve(import.meta.dirname, '../../..')
const written = ['{functions,infra,test,portal}/**/*.{ts,tsx,mjs,css}', '*.{ts,mjs}']
const generated = ['**/node_modules/**', '**/.next/**', '**/.open-next/**', '**/next-env.d.ts']

export const readSources = (): Source[] =>
  globSync(written, { cwd: root, exclude: generated })
    .sort()
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')))

export const sourcesOf = (files: Record<string, string>): Source[] =>
  Object.entries(files).map(([path, text]) => sourceOf(path, text))

function sourceOf(path: string, text: string): Source {
  return { path, text, code: withoutWords(text), imports: importsOf(path, text) }
}

const importPattern =
  /^(?:import|export)\s+(?:(type)\s+)?((?:[\w*$]+|\{[^}]*\}|\* as \w+)(?:\s*,\s*(?:\{[^}]*\}|\* as \w+))?)\s+from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(importPattern)].map(([, type, names = '', from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? ''
    const isType = type !== undefined || namesOf(names).every((name) => name.startsWith('type '))
    return { specifier, target: targetOf(path, specifier), names, isType: names !== '' && isType }
  })
}

const namesOf = (names: string) =>
  names
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const targetOf = (path: string, specifier: string) =>
  specifier.startsWith('.') ? join(path, '..', specifier) : specifier

const template = /`(?:[^`$\\]|\\[\s\S]|\$(?!\{)|\$\{[^{}`]*\})*`/
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/
const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/
const pattern = /(?<=[=(,:[!&|?;\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/
const literal = new RegExp([template, comment, quoted, pattern].map(({ source }) => source).join('|'), 'g')

/** Blanks comments, words and patterns; what a template computes stays. Lines keep their numbers. */
const withoutWords = (text: string): string =>
  text.replace(literal, (found) => {
    if (found.startsWith('`'))
      return found.replace(/\$\{[^{}`]*\}|[^\n]/g, (part) => (part.length > 1 ? part : ' '))
    return found.replace(/[^\n]/g, ' ')
  })

/** The lines of these files on which the pattern is found, as `path:line`. */
export const linesWith = (
  sources: readonly Source[],
  pattern: RegExp,
  part: 'code' | 'text' = 'code',
): string[] =>
  sources.flatMap(({ path, [part]: content }) =>
    content
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )

/** The imports of these files for which `isBad` holds, as `path imports target`. */
export const importsThat = (
  sources: readonly Source[],
  isBad: (one: Import, source: Source) => boolean,
): string[] =>
  sources.flatMap((source) =>
    source.imports
      .filter((one) => isBad(one, source))
      .map(({ target, isType }) => `${source.path} imports ${isType ? 'a type of ' : ''}${target}`),
  )
