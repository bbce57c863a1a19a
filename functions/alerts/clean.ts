/** Control characters, and those that are no characters at all and that queues refuse. */
const unwanted = String.raw`\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029`
const inLine = new RegExp(`[${unwanted}]+`, 'gu')
const inLines = new RegExp(`(?![\\n\\t])[${unwanted}]`, 'gu')
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** At most this long, with an ellipsis where something is gone; never half a character. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > longest - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** One line of what a stranger wrote: without control characters and half characters; empty when nothing leaves a mark. */
export function line(text: string, longest: number): string {
  const plain = text
    .slice(0, longest * 8)
    .toWellFormed()
    .replace(inLine, ' ')
    .trim()
  return visible.test(plain) ? cut(plain, longest) : ''
}

/** Several lines of what a stranger wrote: line breaks stay, other control characters go. */
export function lines(text: string, longest: number): string {
  const plain = text
    .slice(0, longest * 8)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(inLines, ' ')
    .trim()
  return visible.test(plain) ? cut(plain, longest) : ''
}

/** JSON without the two characters that SQS refuses: spelled as JSON may spell them, so that nothing of it is lost. */
export const queueable = (json: string): string =>
  json.replace(/[\uFFFE\uFFFF]/g, (one) => (one === '\uFFFE' ? '\\ufffe' : '\\uffff'))
