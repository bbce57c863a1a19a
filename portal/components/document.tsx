// biome-ignore-all lint/style/noHeadElement: that rule is for the pages router.
import type { ReactNode } from 'react'
import type { Locale } from '../lib/locale.ts'

const sheets = [
  'tokens',
  'base',
  'shell',
  'search',
  'controls',
  'parts',
  'badges',
  'incident',
  'timeline',
  'sla',
  'filters',
  'queue',
  'set-up',
  'blueprint',
  'bulk',
  'desk',
  'side',
  'strip',
  'paging',
  'people',
  'on-call',
  'calendar',
  'calendar-desk',
  'month',
  'alerts',
  'alert-way',
  'alert-set-up',
]

/** The same head for pages that Next renders, which adds its own lines, and for those that a form's handler answers. */
export function Head({ children }: { children?: ReactNode }) {
  return (
    <head>
      {children}
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {sheets.map((sheet) => (
        <link key={sheet} rel="stylesheet" href={`/styles/${sheet}.css?v=${process.env.STYLES_VERSION}`} />
      ))}
    </head>
  )
}

export const Document = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <html lang={locale}>
    <Head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
    </Head>
    <body>{children}</body>
  </html>
)
