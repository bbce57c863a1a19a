const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What somebody wrote, for the text or an attribute of HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/**
 * What somebody wrote, for a mail header: one line, nothing in it that turns the reading direction around
 * (a right-to-left override can make a subject look like another), and no encoded word (RFC 2047), in which
 * line breaks could travel hidden.
 */
export const headerLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll('=?', '= ?')
    .replace(/ {2,}/g, ' ')
    .trim()

/** The beginning of a long text, at most this many characters; never half a character. */
export const beginning = (text: string, length: number): string =>
  text.length <= length ? text : `${[...text.slice(0, length + 1)].slice(0, -1).join('').trimEnd()} …`
