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
:root{color-scheme:light dark;--ground:#f1f5f5;--surface:#fff;--raised:#e7eded;--ink:#10222b;--quiet:#465a63;
--line:#cdd8da;--accent:#00626b;--on-accent:#fff;--wash:#dcefee;--warn:#8a4b00;--warn-wash:#fdf0dc;
font:16px/1.5 "Avenir Next","Segoe UI Variable Text","Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--ground:#0b151a;--surface:#122027;--raised:#0f1b21;--ink:#e2ebec;--quiet:#a3b6bc;
--line:#273a43;--accent:#66d1c6;--on-accent:#04211f;--wash:#11312f;--warn:#f2c078;--warn-wash:#33260f}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%}
h1,h2,p,ul,ol,dl,dd{margin:0;padding:0}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quiet{color:var(--quiet)}
.mark{display:inline-flex;align-items:center;gap:.55rem;font-weight:650;letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.mark svg{width:1.6rem;height:1.6rem;color:var(--accent);flex:none}
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

// The portal's drawing: a hull on its waterline with a spirit level in it.
const hull =
  '<path d="M1 9h30v2.500H1z"/><path d="M5 14h22c0 7.200-4.600 11-9.500 11.600V30h-3v-4.400C9.600 25 5 21.200 5 14Zm8 3a1.800 1.800 0 0 0 0 3.600h6a1.800 1.800 0 0 0 0-3.600Z"/>'
const icon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#00808a">${hull}</svg>`)}`

/** The mark of the product with the name of this page beside it. */
export const mark = (name: string) =>
  `<svg viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">${hull}</svg><span>${escapeHtml(name)}</span>`

export const pageFrame = (page: {
  lang: string
  title: string
  style: string
  body: string
  kind?: string
}) =>
  `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(page.title)}</title><link rel="icon" href="${icon}"><style>${foundation}${page.style}</style></head><body${page.kind ? ` class="${page.kind}"` : ''}>${page.body}</body></html>`
