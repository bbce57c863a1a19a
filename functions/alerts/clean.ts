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
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  return visible.test(plain) ? cut(plain, longest) : ''
}

/** Several lines of what a stranger wrote: line breaks stay, other control characters go. */
export function lines(text: string, longest: number): string {
  const plain = text
    .slice(0, longest * 8)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, ' ')
    .trim()
  return visible.test(plain) ? cut(plain, longest) : ''
}
