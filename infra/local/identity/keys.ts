import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

export type IdentityKeys = { signing: JWK; cookies: string[] }

/** The signing key and the cookie key: made once, then kept, so that tokens and sessions outlive a restart. */
export const readKeys = async (file: string): Promise<IdentityKeys> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const signing = {
      ...(await exportJWK(privateKey)),
      kid: randomBytes(6).toString('hex'),
      alg: 'RS256',
      use: 'sig',
    }
    const keys = { signing, cookies: [randomBytes(32).toString('base64url')] }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return keys
  }
}
