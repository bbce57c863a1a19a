import { cookies, headers } from 'next/headers'
import { messages, type Translate, translate } from '../messages/messages.ts'
import { type Answer, type Api, apiFor } from './api.ts'
import { type Clock, clockFor } from './clock.ts'
import type { Announcement, Page, Person } from './contract.ts'
import { cookieName } from './cookies.ts'
import { decodeFlash, type Flash } from './flash.ts'
import { chooseLocale, isLocale, type Locale } from './locale.ts'
import { pressingAmong } from './pressing.ts'
import { Problem } from './problem.ts'
import { readSession, standingSession } from './session.ts'
import { settings } from './settings.ts'
import { untroubled } from './trouble.ts'

/** Everything that a view needs to speak to its reader. */
export type Ui = {
  locale: Locale
  t: Translate
  clock: Clock
  path: string
  statusUrl: string
  /** Allows a style sheet inside this answer. */
  nonce?: string
  person?: Person
  flash?: Flash
}

export type Visit = {
  api: Api
  locale: Locale
  path: string
  isSignedIn: boolean
  /** The token is seconds old: signing in again would not help. */
  isFresh: boolean
  me: () => Promise<Person | undefined>
  /** The active ones, asked for once however many parts of a page need them. */
  announcements: () => Promise<Answer<Page<Announcement>>>
  pressing: () => Promise<Announcement[]>
  /** `reader` is whose clock counts where nobody is signed in; they read in the language of their browser. */
  uiFor: (person: Person | undefined, now: Date, reader?: { zone?: string }) => Ui
}

/** Who comes, with what: read from cookies alone, so that a page can ask the API for all it needs at once. */
export async function openVisit(): Promise<Visit> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const path = untroubled(head.get('x-evenkeel-path') ?? '/')
  const session = standingSession(await readSession(jar), { path, now: new Date() })
  const locale = chooseLocale(
    jar.get(cookieName('locale', settings.portalUrl()))?.value,
    head.get('accept-language'),
  )
  const api = apiFor({ url: settings.apiUrl(), token: session?.accessToken, language: locale })

  let active: Promise<Answer<Page<Announcement>>> | undefined
  const announcements = () => {
    active ??= api.announcements(new URLSearchParams({ active: 'true' }))
    return active
  }

  return {
    api,
    locale,
    path,
    isSignedIn: session !== undefined,
    isFresh: session !== undefined && Date.now() / 1000 - session.since < 10,
    me: async () => (session ? (await api.me()).body : undefined),
    announcements,
    pressing: () => pressingAmong(announcements()),
    uiFor: (person, now, reader: { zone?: string } | undefined = person) => {
      const spoken = isLocale(person?.locale) ? person.locale : locale
      return {
        locale: spoken,
        t: translate(spoken),
        clock: clockFor({ locale: spoken, zone: reader?.zone, now }),
        path,
        statusUrl: settings.statusUrl(),
        nonce: nonceIn(head.get('content-security-policy')),
        person,
        flash: decodeFlash(head.get('x-evenkeel-flash'), messages[spoken].flash),
      }
    },
  }
}

const nonceIn = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]

/** For pages that are for people we know: refused like a stale token, so that they are sent to sign in. */
export async function knownPerson(visit: Visit): Promise<Person> {
  const person = await visit.me()
  if (!person) throw new Problem({ status: 401, code: 'unauthenticated', title: 'Sign in' })
  return person
}
