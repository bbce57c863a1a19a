import type { ReactNode } from 'react'
import type { Announcement } from '../lib/contract.ts'
import { isStaff, mayPublish, seesSetUp } from '../lib/doors.ts'
import { flashSentence } from '../lib/flash.ts'
import type { Ui } from '../lib/visit.ts'
import { PressingLines } from './banner.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Hull } from './mark.tsx'
import { Notice } from './notice.tsx'
import { SearchBox } from './search-box.tsx'

type ShellProps = {
  ui: Ui
  title: string
  width?: 'wide'
  /** What everybody must know, whatever this page is about. */
  pressing: Announcement[]
  children: ReactNode
}

/** Every page stands in this: skip link, header on its waterline, one message from the form before, footer. */
export function Shell({ ui, title, width, pressing, children }: ShellProps) {
  return (
    <div className="shell" lang={ui.locale} data-now={ui.clock.now.toISOString()}>
      <title>{`${title} · Evenkeel`}</title>
      <a className="skip" href="#main">
        {ui.t('shell.skip')}
      </a>
      <Header ui={ui} />
      <main id="main" tabIndex={-1} className={width === 'wide' ? 'main main-wide' : 'main'}>
        <PressingLines ui={ui} announcements={pressing} />
        {ui.flash && <Notice kind="done">{flashSentence(ui.t, ui.flash)}</Notice>}
        {children}
      </main>
      <Footer ui={ui} />
      {isStaff(ui.person) && <KeysDialog ui={ui} />}
    </div>
  )
}

const Header = ({ ui }: { ui: Ui }) => (
  <header className="header">
    <div className="header-row">
      <a className="wordmark" href="/">
        Evenkeel
        <Hull className="wordmark-hull" />
      </a>
      <Navigation ui={ui} />
      {isStaff(ui.person) && <SearchBox ui={ui} />}
      <Account ui={ui} />
    </div>
  </header>
)

function Navigation({ ui }: { ui: Ui }) {
  const { t, person } = ui
  if (!person) return null
  const here = ui.path.split('?')[0]
  const link = (href: string, label: string) => (
    <li>
      <a href={href} aria-current={here === href ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
  return (
    <nav className="nav" aria-label={t('shell.navigation')}>
      <ul>
        {isStaff(person) && link('/queue', t('shell.queue'))}
        {isStaff(person) && link('/alerts', t('shell.alerts'))}
        {isStaff(person) && link('/on-call', t('shell.onCall'))}
        {link('/incidents', t('shell.incidents'))}
        {link('/report', t('shell.report'))}
        {mayPublish(person) && link('/announcements', t('shell.announcements'))}
        {seesSetUp(person) && link('/set-up', t('shell.setUp'))}
      </ul>
    </nav>
  )
}

function Account({ ui }: { ui: Ui }) {
  const { t, person } = ui
  if (!person) {
    return (
      <a className="header-sign-in" href={`/auth/sign-in?returnTo=${encodeURIComponent(ui.path)}`}>
        {t('shell.signIn')}
      </a>
    )
  }
  return (
    <details className="account">
      <summary>
        <span className="visually-hidden">{t('shell.account')} </span>
        {person.name}
      </summary>
      <form method="post" action="/auth/sign-out" className="account-menu">
        <a href="/me/notifications" className="account-link">
          {t('me.menu')}
        </a>
        <p>{t('shell.times', { zone: person.zone.replace('_', ' ') })}</p>
        <button type="submit" className="button button-quiet">
          {t('shell.signOut')}
        </button>
      </form>
    </details>
  )
}

function Footer({ ui }: { ui: Ui }) {
  return (
    <footer className="footer">
      <a href={ui.statusUrl}>{ui.t('shell.status')}</a>
      {isStaff(ui.person) && (
        <button type="button" className="footer-keys" data-opens="keys" hidden>
          {ui.t('keys.title')} <kbd>?</kbd>
        </button>
      )}
      <form method="post" action="/language" className="languages">
        <input type="hidden" name="returnTo" value={ui.path} />
        <span className="visually-hidden">{ui.t('shell.language')}</span>
        <button
          type="submit"
          name="locale"
          value="en"
          lang="en"
          aria-current={ui.locale === 'en' || undefined}
        >
          English
        </button>
        <button
          type="submit"
          name="locale"
          value="de"
          lang="de"
          aria-current={ui.locale === 'de' || undefined}
        >
          Deutsch
        </button>
      </form>
    </footer>
  )
}
