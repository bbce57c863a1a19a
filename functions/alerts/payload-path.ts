const placeholder = /\{\{([^{}]*)\}\}/g

/**
 * What stands at a path of a payload, or undefined: `alert.tags.host`, `items.0.name`. A name with dots in it is found
 * too; `$.` begins at the whole payload where only one of its items is read. Only what the payload holds itself is
 * seen, never what every object inherits.
 */
export function valueAt(path: string, item: unknown, whole: unknown = item): unknown {
  const trimmed = path.trim()
  if (trimmed === '$') return whole
  return trimmed.startsWith('$.') ? walk(whole, trimmed.slice(2).split('.')) : walk(item, trimmed.split('.'))
}

function walk(value: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return value
  if (value === null || typeof value !== 'object') return undefined
  for (let taken = 1; taken <= names.length; taken++) {
    const name = names.slice(0, taken).join('.')
    if (!Object.hasOwn(value, name)) continue
    const found = walk((value as Record<string, unknown>)[name], names.slice(taken))
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether it is a text with paths in it, `{{ host }} is down`, and not a path itself. */
export const isTemplate = (path: string): boolean => path.includes('{{')

/** What a path or a text with paths says of a payload, and the paths of it that lead nowhere. */
export function readText(
  path: string,
  item: unknown,
  whole: unknown = item,
): { text: string; missing: string[] } {
  const missing: string[] = []
  const at = (one: string): string => {
    const value = valueAt(one, item, whole)
    if (value === undefined || value === null) missing.push(one.trim())
    return textOf(value)
  }
  const text = isTemplate(path) ? path.replace(placeholder, (_, one: string) => at(one)) : at(path)
  return { text, missing }
}

/** A value as text: what is no single value as JSON. */
export const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Where single values stand in a payload, as paths: the first of them, no deeper than people look. */
export function pathsIn(payload: unknown, most = 20): string[] {
  const found: string[] = []
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: payload, path: '', depth: 0 }]
  for (let next = waiting.shift(); next && found.length < most; next = waiting.shift()) {
    const { value, path, depth } = next
    if (value === null || typeof value !== 'object') {
      if (path) found.push(path)
      continue
    }
    if (depth === 6) continue
    for (const [name, inner] of Object.entries(value).slice(0, most))
      waiting.push({ value: inner, path: path ? `${path}.${name}` : name, depth: depth + 1 })
  }
  return found
}
