import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Head } from '../components/document.tsx'
import { Enhance } from '../components/enhance.tsx'
import { cookieName } from '../lib/cookies.ts'
import { chooseLocale } from '../lib/locale.ts'
import { settings } from '../lib/settings.ts'

/** Asks nobody, so that the page below asks the API at once; the page itself carries its own `lang`. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const chosen = jar.get(cookieName('locale', settings.portalUrl()))?.value
  return (
    <html lang={chooseLocale(chosen, head.get('accept-language'))}>
      <Head />
      <body>
        {children}
        <Enhance />
      </body>
    </html>
  )
}
