'use client'

import { Head } from '../components/document.tsx'
import ErrorPage from './error.tsx'

/** Without the layout there is no language to know, so the page speaks the browser's. */
export default function GlobalError({ reset }: { reset: () => void }) {
  const language = typeof navigator !== 'undefined' && navigator.language.startsWith('de') ? 'de' : 'en'
  return (
    <html lang={language}>
      <Head />
      <body>
        <ErrorPage reset={reset} />
      </body>
    </html>
  )
}
