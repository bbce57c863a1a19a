import type { Decider } from './classify.ts'
import type { TriageRule } from './triage-settings.ts'
import { wordsIn } from './words.ts'

type Asked = { title: string; description?: string; serviceId?: string; sender?: string }
export type Match = { rule: TriageRule; words: Decider[] }

/**
 * The first rule that fits: each list that has something in it must have something that fits.
 * A rule without any condition fits nothing.
 */
export function matchRule(rules: readonly TriageRule[], asked: Asked): Match | undefined {
  const text = ` ${wordsIn(`${asked.title}\n${asked.description ?? ''}`).join(' ')} `
  for (const rule of rules) {
    const words = decidersOf(rule, asked, text)
    if (words) return { rule, words }
  }
  return undefined
}

function decidersOf({ when }: TriageRule, { serviceId, sender }: Asked, text: string) {
  const said = when.words.find((phrase) => says(text, phrase))
  const service = when.serviceIds.find((id) => id === serviceId)
  const from = when.senders.find((pattern) => isFrom(sender, pattern))
  const isMet = (list: readonly string[], found: string | undefined) =>
    list.length === 0 || found !== undefined
  if (!isMet(when.words, said) || !isMet(when.serviceIds, service) || !isMet(when.senders, from))
    return undefined
  const found: Decider[] = [
    ...(said === undefined ? [] : [{ word: said, weight: 1 }]),
    ...(service === undefined ? [] : [{ word: service, serviceId: service, weight: 1 }]),
    ...(from === undefined ? [] : [{ word: from, weight: 1 }]),
  ]
  return found.length > 0 ? found : undefined
}

/** Whole words, one after the other, in whatever case and spelling of umlauts. */
function says(text: string, phrase: string): boolean {
  const words = wordsIn(phrase)
  return words.length > 0 && text.includes(` ${words.join(' ')} `)
}

/** An address, or every one that ends like this: `@example.com`. */
function isFrom(sender: string | undefined, pattern: string): boolean {
  const [address, wanted] = [sender?.toLowerCase(), pattern.trim().toLowerCase()]
  if (!address || !wanted) return false
  return wanted.startsWith('@') ? address.endsWith(wanted) : address === wanted
}
