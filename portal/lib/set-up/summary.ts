import type { Input } from './blueprint.ts'

/**
 * What is wrong, by the ids of fields, as a summary on top of the page says it: there, "Step 3" does not stand beside
 * the words.
 */
export function placed(inputs: readonly Input[], errors: Record<string, string>): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [path, message] of Object.entries(errors)) {
    const { id, cards } = placeIn(inputs, path)
    found[id] ??= [...cards, message].join(': ')
  }
  return found
}

type Place = { id: string; cards: string[] }

/** What is picked has no field for each of its values. */
function placeIn(inputs: readonly Input[], path: string): Place {
  const otherwise = { id: path, cards: [] }
  for (const input of inputs) {
    if (input.kind === 'fold') {
      const inner = placeIn(input.inputs, path)
      if (inner.id !== path) return inner
    }
    if (!path.startsWith(`${input.path}.`)) continue
    const rest = path.slice(input.path.length + 1)
    if (input.kind === 'picks') return { id: input.path, cards: [] }
    if (input.kind !== 'rows') continue
    const [row = '', ...below] = rest.split('.')
    const inner = placeIn(input.inputs, below.join('.'))
    const card = input.titled?.(Number(row) + 1)
    return { id: [input.path, row, inner.id].join('.'), cards: [...(card ? [card] : []), ...inner.cards] }
  }
  return otherwise
}
