import { type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { languageOf } from '../page-frame.ts'
import { ACCESS_TOKEN_SECONDS, accessTokenClaims, CLIENT_ID, RESOURCE, SCOPES } from './access-token.ts'
import type { ItemStore } from './item-store.ts'
import type { IdentityKeys } from './keys.ts'
import type { DemoPerson } from './people.ts'
import { noticePage, type SignInNotice } from './sign-in-page.ts'

export type IdentitySettings = {
  issuer: string
  portals: string[]
  /** Goes into the cookies' names: browsers do not keep cookies of two ports apart. */
  port: number
  people: DemoPerson[]
  keys: IdentityKeys
  items: ItemStore
}

const DAY = 86_400

/** First-party sign-in asks for no consent: what the portal may ask for is granted with the sign-in itself. */
const loadExistingGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { provider, session, client } = oidc
  const accountId = session?.accountId
  if (!client || !accountId) return undefined
  const grantId = oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId)
  const known = grantId ? await provider.Grant.find(grantId) : undefined
  if (known) return known
  const grant = new provider.Grant({ clientId: client.clientId, accountId })
  grant.addOIDCScope([...SCOPES, 'offline_access'].join(' '))
  grant.addResourceScope(RESOURCE, SCOPES.join(' '))
  await grant.save()
  return grant
}

const configuration = ({ portals, port, people, keys, items }: IdentitySettings): Configuration => {
  const show =
    (notice: SignInNotice) =>
    (ctx: KoaContextWithOIDC, form: unknown = '') => {
      ctx.type = 'html'
      const confirmation = typeof form === 'string' ? form : ''
      ctx.body = noticePage(notice, languageOf(ctx.get('accept-language')), portals[0] ?? '/', confirmation)
    }
  return {
    adapter: items.adapterFor,
    jwks: { keys: [{ ...keys.signing, kty: 'RSA' }] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: 'Evenkeel',
        // Public, as a Cognito app client without a secret: PKCE binds the code to who asked for it.
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: portals.map((portal) => `${portal}/auth/callback`),
        post_logout_redirect_uris: portals.flatMap((portal) => [
          portal,
          `${portal}/`,
          `${portal}/auth/signed-out`,
        ]),
      },
    ],
    scopes: [...SCOPES, 'offline_access'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'locale', 'zoneinfo'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // As Cognito does by default, so that two requests that refresh at once both go on.
    rotateRefreshToken: false,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 3600,
      Session: 30 * DAY,
      Grant: 30 * DAY,
      RefreshToken: 30 * DAY,
    },
    cookies: {
      keys: keys.cookies,
      names: {
        session: `evenkeel_${port}_session`,
        interaction: `evenkeel_${port}_interaction`,
        resume: `evenkeel_${port}_resume`,
      },
    },
    interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: show('signOut'),
        postLogoutSuccessSource: show('signedOut'),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPES.join(' '),
          audience: RESOURCE,
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: () => accessTokenClaims,
    findAccount: async (_ctx, id) => {
      const person = people.find((candidate) => candidate.id === id)
      if (!person) return undefined
      const { name, email, locale, zone } = person
      return {
        accountId: id,
        claims: () => ({ sub: id, name, email, email_verified: true, locale, zoneinfo: zone }),
      }
    },
    loadExistingGrant,
    renderError: show('failed'),
  }
}

/** The OpenID provider of the local run, with what Cognito's managed sign-in does. */
export const createProvider = (settings: IdentitySettings) => {
  const provider = new Provider(settings.issuer, configuration(settings))
  // Signing out through the portal ends the session at once, as Cognito's logout endpoint does, and without script.
  provider.use(async (ctx, next) => {
    await next()
    const oidc = (ctx as KoaContextWithOIDC).oidc
    if (oidc?.route !== 'end_session' || ctx.status !== 200 || !oidc.client) return
    for (const { grantId } of Object.values(oidc.session?.authorizations ?? {}))
      if (grantId) settings.items.revokeGrant(grantId)
    await oidc.session?.destroy()
    ctx.cookies.set(provider.cookieName('session'), null)
    const target = new URL(String(oidc.params?.post_logout_redirect_uri ?? settings.portals[0]))
    if (oidc.params?.state) target.searchParams.set('state', String(oidc.params.state))
    ctx.status = 303
    ctx.redirect(target.href)
  })
  return provider
}
