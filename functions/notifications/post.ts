import { type Mailer, openMailer } from '../mail/send.ts'
import { setting } from '../runtime/config.ts'
import { openServices, type Services } from '../runtime/services.ts'
import { openSurveys } from '../surveys/store.ts'
import { type Hooks, openHooks } from './hook.ts'
import type { Claims } from './store.ts'
import { openTexter, type Texter } from './texter.ts'
import { readTokenKey } from './token-key.ts'

/** What it takes to tell people something; tests open it over a table and a mailer of their own. */
export type Post = {
  services: Services
  claims: Claims
  surveys: ReturnType<typeof openSurveys>
  mailer: Mailer
  texter: Texter
  hooks: Hooks
  tokenKey: () => Promise<string>
  portalUrl: string
}

export function openPost(): Post {
  const services = openServices()
  return {
    services,
    claims: services.notifications,
    surveys: openSurveys(services.table),
    mailer: openMailer(),
    texter: openTexter(),
    hooks: openHooks(),
    tokenKey: readTokenKey,
    portalUrl: setting('PORTAL_URL').replace(/\/+$/, ''),
  }
}
