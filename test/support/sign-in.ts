import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const clientId = 'evenkeel-portal'
const issuer = 'https://sign-in.test'

type Claims = Record<string, unknown>
export type TokenOptions = { expiresInSeconds?: number; claims?: Claims; forged?: boolean }

/** An issuer of access tokens with its key set on 127.0.0.1, as Cognito or the local provider would be. */
export async function startSignIn() {
  const [ours, theirs] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  return {
    issuers: JSON.stringify([{ issuer, clientId, jwksUri: `http://127.0.0.1:${port}/keys` }]),

    tokenFor(
      person: string,
      { expiresInSeconds = 3600, claims, forged }: TokenOptions = {},
    ): Promise<string> {
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ client_id: clientId, token_use: 'access', scope: 'openid', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setIssuer(issuer)
        .setSubject(person)
        .setIssuedAt(now - 7200)
        .setExpirationTime(now + expiresInSeconds)
        .sign(forged ? theirs.privateKey : ours.privateKey)
    },

    /** A token that says it needs no signature. */
    unsignedTokenFor(person: string): string {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const exp = Math.floor(Date.now() / 1000) + 3600
      const claims = { iss: issuer, sub: person, exp, client_id: clientId, token_use: 'access' }
      return `${part({ alg: 'none' })}.${part(claims)}.e30`
    },

    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}
