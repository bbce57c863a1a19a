const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** Colours, type and the few elements that every page of the local run shares, in light and dark. */
const foundation = `
:root{color-scheme:light dark;--ground:#f4f6f5;--surface:#fff;--raised:#eef2f1;--ink:#14211f;--quiet:#52635f;
--line:#d8e0de;--accent:#0b6b66;--on-accent:#fff;--wash:#e2f0ee;--warn:#8a4b00;--warn-wash:#fdf0dc;
font:16px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--ground:#0d1413;--surface:#141d1c;--raised:#1b2725;--ink:#e7efed;--quiet:#9bb0ab;
--line:#283634;--accent:#66cbc0;--on-accent:#06211f;--wash:#12312e;--warn:#f2c078;--warn-wash:#33260f}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%}
h1,h2,p,ul,ol,dl,dd{margin:0;padding:0}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quiet{color:var(--quiet)}
.mark{display:inline-flex;align-items:center;gap:.55rem;font-weight:650;letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.mark svg{width:1.5rem;height:1.5rem;color:var(--accent);flex:none}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(prefers-reduced-motion:no-preference){a,button,summary{transition:background-color .12s,border-color .12s}}
`

export type Language = 'en' | 'de'

/** The first language of an Accept-Language header that these pages speak; English otherwise. */
export const languageOf = (header = ''): Language => {
  const ranked = header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return {
        language: tag.slice(0, 2).toLowerCase(),
        weight: quality === undefined ? 1 : Number(quality) || 0,
      }
    })
    .filter(({ language, weight }) => weight > 0 && (language === 'en' || language === 'de'))
    .sort((one, other) => other.weight - one.weight)
  return ranked[0]?.language === 'de' ? 'de' : 'en'
}

const hull = '<path d="M3 10h18c-.6 4.6-4 7-9 7s-8.4-2.4-9-7Z"/><path d="M12 17v4M12 10V3l5 4h-5"/>'
const drawing = 'fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
const icon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${drawing} stroke="#0b857d">${hull}</svg>`)}`

/** A hull on its keel, level on the water. */
export const mark = (name: string) =>
  `<svg viewBox="0 0 24 24" ${drawing} stroke="currentColor" aria-hidden="true">${hull}</svg><span>${escapeHtml(name)}</span>`

export const pageFrame = (page: {
  lang: string
  title: string
  style: string
  body: string
  kind?: string
}) =>
  `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(page.title)}</title><link rel="icon" href="${icon}"><style>${foundation}${page.style}</style></head><body${page.kind ? ` class="${page.kind}"` : ''}>${page.body}</body></html>`
