'use client'

import { useEffect, useState } from 'react'

const words = {
  en: {
    title: 'We cannot show this right now',
    text: 'Something on our side went wrong. Nothing you sent before is lost. Please try again in a moment.',
    again: 'Try again',
  },
  de: {
    title: 'Das können wir gerade nicht zeigen',
    text: 'Auf unserer Seite ist etwas schiefgegangen. Nichts, was Sie schon gesendet haben, ist verloren. Bitte versuchen Sie es gleich noch einmal.',
    again: 'Noch einmal versuchen',
  },
}

/** The last resort, when a page could not even say what is wrong. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const [language, setLanguage] = useState<keyof typeof words>('en')
  useEffect(() => setLanguage(document.documentElement.lang === 'de' ? 'de' : 'en'), [])
  const { title, text, again } = words[language]
  return (
    <main className="main" lang={language}>
      <title>{`${title} · Evenkeel`}</title>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <button type="button" className="button button-primary" onClick={reset}>
        {again}
      </button>
    </main>
  )
}
