import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody, sendJson, sendPage } from '../http-message.ts'
import { languageOf } from '../page-frame.ts'
import { ACCESS_TOKEN_SECONDS, mintAccessToken } from './access-token.ts'
import { createProvider, type IdentitySettings } from './provider.ts'
import { noticePage, signInPage } from './sign-in-page.ts'

/** The OpenID provider, its sign-in page, and access tokens for checks, on one port. */
export const createIdentityServer = (settings: IdentitySettings) => {
  const { issuer, people, portals, keys } = settings
  const provider = createProvider(settings)
  const handleOidc = provider.callback()
  const portal = portals[0] ?? '/'
  // The form's answer leads on to the portal, and browsers hold redirects against form-action too.
  const formTargets = `form-action 'self' ${portals.join(' ')}`

  const sendToken = async (person: string, wanted: string | null, response: ServerResponse) => {
    if (!people.some(({ id }) => id === person))
      return sendJson(response, 404, { message: `There is no demo person ${person}.` })
    const expiresInSeconds = wanted === null ? ACCESS_TOKEN_SECONDS : Number(wanted)
    if (!Number.isInteger(expiresInSeconds))
      return sendJson(response, 400, { message: 'expiresInSeconds is a whole number.' })
    const token = await mintAccessToken(person, { issuer, signing: keys.signing, expiresInSeconds })
    sendJson(response, 200, { token })
  }

  const signIn = async (request: IncomingMessage, response: ServerResponse) => {
    const language = languageOf(request.headers['accept-language'])
    const interaction = await provider.interactionDetails(request, response).catch(() => undefined)
    if (!interaction) return sendPage(response, 400, noticePage('failed', language, portal))
    if (request.method === 'POST') {
      const person = new URLSearchParams((await readBody(request, 4096)).toString()).get('person') ?? ''
      if (people.some(({ id }) => id === person))
        return provider.interactionFinished(request, response, {
          login: { accountId: person, remember: true },
        })
    }
    sendPage(response, 200, signInPage(people, language, `/sign-in/${interaction.uid}`), formTargets)
  }

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const [, folder, name = ''] = pathname.split('/')
    if (folder === 'sign-in') return signIn(request, response)
    if (folder === 'token' && request.method === 'GET' && name !== '')
      return sendToken(decodeURIComponent(name), searchParams.get('expiresInSeconds'), response)
    if (pathname === '/')
      return sendPage(
        response,
        200,
        noticePage('home', languageOf(request.headers['accept-language']), portal),
      )
    await handleOidc(request, response)
  }

  return createServer((request, response) => {
    route(request, response).catch((error: Error) => {
      process.stdout.write(
        `${JSON.stringify({ level: 'error', message: error.message, stack: error.stack })}\n`,
      )
      if (!response.headersSent) sendJson(response, 500, { message: 'The sign-in failed.' })
    })
  })
}
