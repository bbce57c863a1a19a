/** What one text message holds in the alphabet of GSM (3GPP TS 23.038); a sign beyond it makes that 70. */
const room = 160
/** However long the link is, so much of the words is sent, in a second part if need be. */
const leastWords = 60

const plain: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
}
/** These are two signs in the alphabet of GSM. */
const double = /[\^{}\\[\]~|€]/g

const lengthOf = (text: string) => text.length + (text.match(double)?.length ?? 0)

/** The text of a text message: the words, cut to what fits into one message together with the link, then the link. */
export function smsText(words: string, url?: string): string {
  const typed = words
    .replace(/[‘’‚“”„–—…\u00a0\u202f]/g, (sign) => plain[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim()
  const link = url ? ` ${url}` : ''
  const length = Math.max(room - lengthOf(link), leastWords)
  if (lengthOf(typed) <= length) return typed + link
  return `${wordsIn(typed, length - 3)}...${link}`
}

/** The words that fit, cut inside one only where it is too long to go without. The sign "…" itself is not in GSM. */
function wordsIn(typed: string, length: number): string {
  let kept = ''
  for (const sign of typed) {
    if (lengthOf(kept + sign) > length) break
    kept += sign
  }
  const isWhole = typed[kept.length] === ' '
  const end = isWhole ? kept.length : kept.lastIndexOf(' ')
  return (end > kept.length / 2 ? kept.slice(0, end) : kept).trimEnd()
}
