const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that neither HTML nor XML may hold, not even escaped. */
const unprintable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** What somebody wrote, for the text or an attribute of HTML and XML. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unprintable, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** Markup that is safe as it stands. */
export type Markup = { readonly markup: string }
type Part = Markup | string | number | false | undefined | readonly Part[]

/** Markup around parts: every text among them is escaped, so that nothing gets in by being forgotten. */
export const html = (literals: TemplateStringsArray, ...parts: Part[]): Markup => ({
  markup: literals.map((literal, index) => literal + rendered(parts[index])).join(''),
})

function rendered(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(rendered).join('')
}
